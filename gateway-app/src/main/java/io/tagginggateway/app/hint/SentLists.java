package io.tagginggateway.app.hint;

import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.Texts;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ids, tags and keys of a request, and what is wrong with one of them.
 *
 * @param operation what was asked
 * @param sent the parameters
 */
record SentLists(TagOperation operation, Parameters sent) {

  /** The ids, each once. */
  List<String> ids() {
    return RequestedResources.of(operation, sent).ids();
  }

  /** The tags, or the filters of a list. */
  List<NumberedList.Member> tags() {
    return operation.tagsOf(sent);
  }

  /** The keys to remove. */
  List<String> keys() {
    return operation.keysOf(sent);
  }

  /** An id that was sent twice. */
  String repeatedId() {
    return repeated(everyId());
  }

  /** A key that was sent twice. */
  String repeatedKey() {
    return repeated(everyKey());
  }

  /** How a tag is written. */
  String example() {
    ParameterNames names = operation.parameters();
    return operation.encodings().tags() == Encoding.INDEXED
        ? names.tags() + ".1." + names.pair().key()
        : names.tags() + "=[{\"" + names.pair().key() + "\":…,\"" + names.pair().value() + "\":…}]";
  }

  private List<String> everyId() {
    return operation.encodings().ids() == Encoding.INDEXED
        ? NumberedList.values(sent, operation.parameters().ids())
        : ids();
  }

  private List<String> everyKey() {
    List<String> all = new ArrayList<>(keys());
    for (NumberedList.Member member : tags()) {
      all.add(Objects.requireNonNullElse(member.key(), ""));
    }
    return all;
  }

  private static String repeated(List<String> texts) {
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      if (!text.isEmpty() && !seen.add(text)) {
        return text;
      }
    }
    return "";
  }

  /** What is wrong with an id. */
  String badId() {
    for (String id : everyId()) {
      if (!Texts.isAtMost(Texts.MAX_RESOURCE_ID, id)) {
        return "The resource id "
            + Words.quoted(id)
            + " has more than "
            + Texts.MAX_RESOURCE_ID
            + " characters.";
      }
    }
    return operation.encodings().ids() == Encoding.JSON
        ? operation.parameters().ids() + " is no JSON array of texts, such as [\"…\"]."
        : "A resource id has a character that XML cannot carry.";
  }

  /** Which value has no key. */
  String valueWithoutKey() {
    String tags = operation.parameters().tags();
    for (int i = 0; i < sent.size(); i++) {
      String name = sent.name(i);
      if (name.startsWith(tags + ".") && name.endsWith(".Value")) {
        String key = name.substring(0, name.length() - ".Value".length()) + ".Key";
        if (sent.get(key) == null) {
          return Words.quoted(name) + " has no " + Words.quoted(key) + " beside it: send that too.";
        }
      }
    }
    return "A tag has a value and no key: send the key too.";
  }

  /** What is wrong with a key. */
  String badKey() {
    Function<String, @Nullable String> rule =
        operation.family().texts().key(operation.kind())::objection;
    for (String key : everyKey()) {
      String objection = rule.apply(key);
      if (objection != null) {
        return "The tag key " + Words.quoted(key) + " " + objection + ".";
      }
    }
    return operation.encodings().tags() == Encoding.JSON
        ? operation.parameters().tags() + " is no JSON array of tags: write " + example() + "."
        : "A tag key is not allowed.";
  }

  /** What is wrong with a value. */
  String badValue() {
    for (NumberedList.Member member : tags()) {
      String value = Objects.requireNonNullElse(member.value(), "");
      String objection = operation.family().texts().value().objection(value);
      if (objection != null) {
        return "The tag value " + Words.quoted(value) + " " + objection + ".";
      }
    }
    return "A tag value is not allowed.";
  }
}
