package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.ErrorTable;
import io.tagginggateway.core.product.ListEncodings;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.OperationNames;
import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagLimits;
import io.tagginggateway.core.product.TagTexts;
import io.tagginggateway.core.tag.PageLimit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads one trio of tag operations. */
final class TagFamilyReader {
  private static final int MAX_LIMIT = 10_000;

  private final Style style;
  private final Fields fields;

  TagFamilyReader(Style style, Fields fields) {
    this.style = style;
    this.fields = fields;
  }

  TagFamily read() {
    OperationsReader.Operations operations =
        new OperationsReader(style).read(fields.fields("operations"));
    OperationNames names = operations.names();
    ResourceTypes types = types();
    PerKind<ParameterNames> parameterNames =
        new ParameterNamesReader(fields.fields("parameters")).read();
    ParameterNames parameters = parameterNames.list();
    ListEncodings encodings = encodings();
    TagLimits limits = limits();
    TagTexts texts = new TextRuleReader(fields).read();
    Paging paging = paging();
    if (parameters.type() == null && types.assumed() == null) {
      throw fields.error("parameters", "has no type, and types has no default for it");
    }
    ErrorTable errors = new ErrorTableReader(fields, names, parameterNames, types).read();
    TagFamily family =
        new TagFamily(
            names,
            operations.requests(),
            types,
            parameterNames,
            encodings,
            limits,
            texts,
            paging,
            new EnvelopeReader(fields, names).read(),
            errors);
    fields.end();
    return family;
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
    String assumed = types.optionalText("default");
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
    if (assumed != null && !names.contains(assumed)) {
      throw types.error("default", "is a type that is not in names: " + assumed);
    }
    return new ResourceTypes(names, ignoreCase, open, answered, assumed);
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
            lists.word(lists.has("keys") ? "keys" : "tags", Encoding.class));
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
    PerKind<Integer> tags = KindFields.readOrSame(limits, "tags", TagFamilyReader::limit);
    TagLimits read =
        new TagLimits(
            KindFields.readOrSame(limits, "ids", TagFamilyReader::limit),
            tags,
            limits.has("keys") ? limit(limits, "keys") : tags.untag(),
            limit(limits, "tags-per-resource"));
    limits.end();
    return read;
  }

  private static int limit(Fields limits, String name) {
    return limits.number(name, 1, MAX_LIMIT);
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
