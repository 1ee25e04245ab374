package io.tagginggateway.app.hint;

import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the parameters that were sent under names which the product ignores. */
final class Misnamed {
  /** So many parameters are looked at. */
  private static final int MOST = 200;

  /** {@code ResourceId.1}, {@code ResourceIds[0]}, {@code Tag.1.Key}: a stem, a number, a rest. */
  private static final Pattern MEMBER =
      Pattern.compile("([A-Za-z-]+)[.\\[_]?([0-9]{1,9})\\]?\\.?([A-Za-z]*)");

  private static final Pattern HAS_DIGIT = Pattern.compile("[0-9]");

  private static final Set<String> COMMON =
      Set.of(
          "AccessKeyId",
          "Action",
          "Format",
          "RegionId",
          "ResourceOwnerId",
          "ResourceOwnerAccount",
          "SecurityToken",
          "Signature",
          "SignatureMethod",
          "SignatureNonce",
          "SignatureVersion",
          "Timestamp",
          "Version");

  private Misnamed() {}

  /** What is said where a single parameter was sent under another name, or null. */
  static @Nullable String single(Parameters parameters, String expected, List<String> known) {
    List<String> candidates = new ArrayList<>();
    boolean numbered = HAS_DIGIT.matcher(expected).find();
    for (String name : names(parameters)) {
      boolean other = !name.equals(expected) && !known.contains(name) && !COMMON.contains(name);
      // A member of a list is no misspelt parameter, which has an error of its own.
      if (other && (numbered || !HAS_DIGIT.matcher(name).find())) {
        candidates.add(name);
      }
    }
    String nearest = Nearest.to(expected, candidates);
    return nearest == null ? null : ignored(nearest, expected);
  }

  /** What is said where the ids of a request were sent in another way, or null. */
  static @Nullable String ids(Parameters parameters, TagOperation operation) {
    return list(
        parameters, operation.parameters().ids(), operation.encodings().ids(), known(operation));
  }

  /** The same of the keys to remove. */
  static @Nullable String keys(Parameters parameters, TagOperation operation) {
    String name = operation.parameters().keys();
    return name == null || name.endsWith(NumberedList.KEYS)
        ? null
        : list(parameters, name, operation.encodings().keys(), known(operation));
  }

  /** The single parameters of an operation. */
  static List<String> known(TagOperation operation) {
    ParameterNames names = operation.parameters();
    List<String> known = new ArrayList<>(names.required().get(operation.kind()));
    known.add(names.region().name());
    for (String name :
        new @Nullable String[] {
          names.type(), names.token(), names.pageSize(), names.page(), names.all()
        }) {
      if (name != null) {
        known.add(name);
      }
    }
    known.remove(names.ids());
    known.remove(names.keys());
    return known;
  }

  private static @Nullable String list(
      Parameters parameters, String base, Encoding encoding, List<String> known) {
    String wanted = example(base, encoding);
    for (String name : names(parameters)) {
      if (COMMON.contains(name) || known.contains(name)) {
        continue;
      }
      Matcher member = MEMBER.matcher(name);
      boolean numbered = member.matches();
      String stem = numbered ? member.group(1) : name;
      if (numbered && !member.group(3).isEmpty()) {
        continue;
      }
      boolean right = numbered == (encoding == Encoding.INDEXED) && stem.equals(base);
      boolean counted = numbered && member.group(2).startsWith("0");
      if (counted && stem.equals(base) && encoding == Encoding.INDEXED) {
        return name + " is ignored, since members count from 1: write " + wanted + ".";
      }
      boolean shaped = name.equals(base + "." + (numbered ? member.group(2) : ""));
      if ((!right || (numbered && !shaped)) && Nearest.to(base, List.of(stem)) != null) {
        return name + " is ignored: write " + wanted + ".";
      }
    }
    return null;
  }

  /** What is said where the tags of a request were sent in another way, or null. */
  static @Nullable String tags(Parameters parameters, TagOperation operation) {
    ParameterNames names = operation.parameters();
    String wanted =
        switch (operation.encodings().tags()) {
          case INDEXED, COMMA ->
              names.tags()
                  + ".1."
                  + names.pair().key()
                  + " and "
                  + names.tags()
                  + ".1."
                  + names.pair().value();
          case JSON ->
              names.tags()
                  + "=[{\""
                  + names.pair().key()
                  + "\":…,\""
                  + names.pair().value()
                  + "\":…}]";
        };
    boolean indexed = operation.encodings().tags() == Encoding.INDEXED;
    Pattern right =
        Pattern.compile(
            Pattern.quote(names.tags()) + (indexed ? "\\.[1-9][0-9]{0,17}\\.(Key|Value)" : ""));
    for (String name : names(parameters)) {
      boolean tag = name.toLowerCase(Locale.ROOT).startsWith("tag");
      if (tag && !right.matcher(name).matches()) {
        return name + " is ignored: write " + wanted + ".";
      }
    }
    return null;
  }

  /** How one member of a list is written. */
  static String example(String base, Encoding encoding) {
    return switch (encoding) {
      case INDEXED -> base + ".1";
      case JSON -> base + "=[\"…\"]";
      case COMMA -> base + "=…,…";
    };
  }

  private static String ignored(String sent, String expected) {
    return sent + " is ignored: write " + expected + ".";
  }

  private static List<String> names(Parameters parameters) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(parameters.size(), MOST); i++) {
      names.add(Words.quoted(parameters.name(i)));
    }
    return names;
  }
}
