package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.CharacterSet;
import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.ErrorTable;
import io.tagginggateway.core.product.ListEncodings;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.OperationNames;
import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagLimits;
import io.tagginggateway.core.product.TagTexts;
import io.tagginggateway.core.product.TextRule;
import io.tagginggateway.core.tag.PageLimit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one trio of tag operations. */
final class TagFamilyReader {
  private static final int MAX_LIMIT = 10_000;

  private final Fields fields;

  TagFamilyReader(Fields fields) {
    this.fields = fields;
  }

  TagFamily read() {
    OperationNames names = names();
    ResourceTypes types = types();
    ParameterNames parameters = parameters();
    ListEncodings encodings = encodings();
    TagLimits limits = limits();
    TagTexts texts = texts();
    Paging paging = paging();
    ErrorTable errors = new ErrorTableReader(fields, names, parameters, types).read();
    TagFamily family =
        new TagFamily(
            names,
            types,
            parameters,
            encodings,
            limits,
            texts,
            paging,
            new EnvelopeReader(fields).read(),
            errors);
    fields.end();
    return family;
  }

  private OperationNames names() {
    Fields operations = fields.fields("operations");
    OperationNames names =
        new OperationNames(
            operations.text("list"),
            operations.optionalText("tag"),
            operations.optionalText("untag"));
    operations.end();
    return names;
  }

  private enum Case {
    IGNORED,
    EXACT
  }

  private ResourceTypes types() {
    Fields types = fields.fields("types");
    List<String> names = types.texts("names");
    boolean ignoreCase = types.word("case", Case.class) == Case.IGNORED;
    boolean open = types.has("open") && types.flag("open");
    Map<String, String> answered = types.optionalTextMap("answered");
    types.end();
    TreeSet<String> distinct =
        ignoreCase ? new TreeSet<>(String.CASE_INSENSITIVE_ORDER) : new TreeSet<>();
    for (String name : names) {
      if (!distinct.add(name)) {
        throw types.error("names", "has the type " + name + " twice");
      }
    }
    for (String name : answered.keySet()) {
      if (!names.contains(name)) {
        throw types.error("answered", "names a type that is not in names: " + name);
      }
    }
    if (names.isEmpty() && !open) {
      throw types.error("names", "has no type, and no other is taken");
    }
    return new ResourceTypes(names, ignoreCase, open, answered);
  }

  private ParameterNames parameters() {
    Fields parameters = fields.fields("parameters");
    ParameterNames names =
        new ParameterNames(
            parameters.text("type"),
            parameters.text("ids"),
            parameters.text("tags"),
            parameters.optionalText("keys"),
            parameters.optionalText("all"),
            parameters.optionalText("token"),
            parameters.optionalText("page-size"),
            required(parameters.optionalFields("required")));
    parameters.end();
    return names;
  }

  private static PerKind<List<String>> required(@Nullable Fields required) {
    if (required == null) {
      return PerKind.all(List.of());
    }
    PerKind<List<String>> names =
        PerKind.of(kind -> required.optionalTexts(kind.name().toLowerCase(Locale.ROOT)));
    required.end();
    return names;
  }

  private ListEncodings encodings() {
    if (!fields.isMapping("lists")) {
      Encoding encoding = fields.word("lists", Encoding.class);
      checkTagEncoding(fields, "lists", encoding);
      return new ListEncodings(encoding, encoding, encoding);
    }
    Fields lists = fields.fields("lists");
    ListEncodings encodings =
        new ListEncodings(
            lists.word("ids", Encoding.class),
            lists.word("tags", Encoding.class),
            lists.word("keys", Encoding.class));
    checkTagEncoding(lists, "tags", encodings.tags());
    lists.end();
    return encodings;
  }

  private static void checkTagEncoding(Fields fields, String name, Encoding encoding) {
    if (encoding == Encoding.COMMA) {
      throw fields.error(name, "tags cannot be separated by commas");
    }
  }

  private TagLimits limits() {
    Fields limits = fields.fields("limits");
    TagLimits read =
        new TagLimits(
            perKind(limits, "ids"),
            perKind(limits, "tags"),
            limits.number("keys", 1, MAX_LIMIT),
            limits.number("tags-per-resource", 1, MAX_LIMIT));
    limits.end();
    return read;
  }

  private static PerKind<Integer> perKind(Fields limits, String name) {
    if (!limits.isMapping(name)) {
      return PerKind.all(limits.number(name, 1, MAX_LIMIT));
    }
    Fields each = limits.fields(name);
    PerKind<Integer> numbers =
        PerKind.of(kind -> each.number(kind.name().toLowerCase(Locale.ROOT), 1, MAX_LIMIT));
    each.end();
    return numbers;
  }

  private TagTexts texts() {
    TextRule key = rule(fields.fields("key"));
    return new TagTexts(
        same("asked-key", key), key, same("removed-key", key), rule(fields.fields("value")));
  }

  /** A rule that may be that of keys to set; where it is left out, it is. */
  private TextRule same(String name, TextRule key) {
    return fields.isMapping(name) ? rule(fields.fields(name)) : sameWord(name, key);
  }

  private enum Same {
    SAME
  }

  private TextRule sameWord(String name, TextRule key) {
    if (fields.has(name)) {
      fields.word(name, Same.class);
    }
    return key;
  }

  private static TextRule rule(Fields rule) {
    int max = rule.number("max", 1, MAX_LIMIT);
    TextRule read =
        new TextRule(
            rule.has("min") ? rule.number("min", 0, max) : 0,
            max,
            characters(rule, "first"),
            characters(rule, "others"),
            rule.optionalTexts("forbidden-prefixes"),
            rule.optionalTexts("forbidden-parts"));
    rule.end();
    return read;
  }

  private static @Nullable CharacterSet characters(Fields rule, String name) {
    if (!rule.has(name)) {
      return null;
    }
    List<String> words = rule.texts(name);
    StringBuilder literals = new StringBuilder();
    for (String word : words) {
      if (word.codePointCount(0, word.length()) == 1) {
        literals.append(word);
      } else if (!List.of("letter", "han", "digit").contains(word)) {
        throw rule.error(name, "is neither letter, han, digit nor one character: " + word);
      }
    }
    return new CharacterSet(
        words.contains("letter"),
        words.contains("han"),
        words.contains("digit"),
        literals.toString());
  }

  private Paging paging() {
    Fields page = fields.fields("page");
    int max = page.number("max", 1, MAX_LIMIT);
    Paging paging =
        new Paging(
            page.word("counts", PageLimit.Unit.class), page.number("default", 1, max), max, end());
    page.end();
    return paging;
  }

  private EndOfList end() {
    if (!fields.isMapping("end")) {
      return EndOfList.literal(fields.text("end"));
    }
    Fields end = fields.fields("end");
    boolean absent = end.has("absent") && end.flag("absent");
    boolean never = end.has("never") && end.flag("never");
    end.end();
    if (absent == never) {
      throw fields.error("end", "must be a text, {absent: true} or {never: true}");
    }
    return never ? EndOfList.UNPAGED : EndOfList.ABSENT;
  }
}
