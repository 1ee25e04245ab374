package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.Literal;
import io.tagginggateway.core.product.ResourceFamily;
import io.tagginggateway.core.product.ResourceFamily.Brought;
import io.tagginggateway.core.product.ResourceFamily.IdRule;
import io.tagginggateway.core.product.ResourceFamily.Parent;
import io.tagginggateway.core.product.ResourceField;
import io.tagginggateway.core.product.ResourceOperation;
import io.tagginggateway.core.product.ResourceOperation.Kind;
import io.tagginggateway.core.product.ResourceOperation.Listing;
import io.tagginggateway.core.product.TagFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one type of resources that callers create, and its operations. */
final class ResourceFamilyReader {
  private static final int MAX_PAGE = 10_000;
  private static final int MAX_ID = 64;

  private final Fields fields;
  private final List<TagFamily> tagFamilies;

  ResourceFamilyReader(Fields fields, List<TagFamily> tagFamilies) {
    this.fields = fields;
    this.tagFamilies = tagFamilies;
  }

  /** The operations, each of which has the family. */
  List<ResourceOperation> read() {
    String type = fields.text("type");
    TagFamily tags = tags(type);
    Fields idFields = fields.fields("id");
    IdRule id = id(idFields, idFields.text("parameter"));
    ResourceFamily family =
        new ResourceFamily(
            type,
            tags,
            id,
            parents(),
            brought(),
            made(),
            answer(fields.items("fields")),
            OperationFamilies.errors(fields, ResourceFamily.ERRORS));
    List<ResourceOperation> operations = new ArrayList<>();
    for (Fields.Item item : fields.items("operations")) {
      operations.add(operation(item.fields(), family));
    }
    fields.end();
    return operations;
  }

  private TagFamily tags(String type) {
    for (TagFamily family : tagFamilies) {
      if (family.types().names().contains(type)) {
        return family;
      }
    }
    throw fields.error("type", "is a type of none of the trios in tags: " + type);
  }

  private static IdRule id(Fields id, String parameter) {
    String prefix = id.optionalText("prefix");
    IdRule rule =
        new IdRule(
            parameter,
            prefix == null ? "" : prefix,
            id.word("made-of", ResourceFamily.MadeOf.class),
            id.number("length", 1, MAX_ID));
    id.end();
    return rule;
  }

  private List<Parent> parents() {
    List<Parent> parents = new ArrayList<>();
    if (fields.has("parents")) {
      for (Fields.Item item : fields.items("parents")) {
        Fields parent = item.fields();
        parents.add(
            new Parent(
                parent.text("parameter"), parent.text("type"), parent.optionalTexts("copies")));
        parent.end();
      }
    }
    return parents;
  }

  private List<Brought> brought() {
    List<Brought> brought = new ArrayList<>();
    if (fields.has("brings")) {
      for (Fields.Item item : fields.items("brings")) {
        Fields one = item.fields();
        brought.add(
            new Brought(
                one.text("type"),
                one.text("id-in"),
                one.text("parent"),
                one.optionalTextMap("attributes")));
        one.end();
      }
    }
    return brought;
  }

  private Map<String, IdRule> made() {
    Map<String, IdRule> made = new LinkedHashMap<>();
    Fields rules = fields.optionalFields("made");
    if (rules != null) {
      for (String name : rules.names()) {
        made.put(name, id(rules.fields(name), name));
      }
    }
    return made;
  }

  private static ResourceOperation operation(Fields operation, ResourceFamily family) {
    Kind kind = null;
    for (Kind each : Kind.values()) {
      if (operation.has(each.name().toLowerCase(Locale.ROOT))) {
        kind = each;
      }
    }
    if (kind == null) {
      throw operation.error("create", "is missing, as are describe, list, update and delete");
    }
    String name = operation.text(kind.name().toLowerCase(Locale.ROOT));
    List<ResourceField> answer = new ArrayList<>();
    for (Fields.Item item : operation.items("answer")) {
      if (item.isText() && item.text().equals("fields")) {
        answer.addAll(family.fields());
      } else {
        answer.add(answerField(item, family.fields()));
      }
    }
    ResourceOperation read =
        new ResourceOperation(
            name,
            kind,
            family,
            operation.optionalTexts("required"),
            kind == Kind.LIST ? listing(operation.fields("page"), operation) : null,
            answer);
    operation.end();
    return read;
  }

  private static Listing listing(Fields page, Fields operation) {
    String token = page.optionalText("token");
    String number = page.optionalText("number");
    if ((token == null) == (number == null)) {
      throw operation.error("page", "must have token or number, and not both");
    }
    String id = operation.optionalText("id");
    int max = page.number("max", 1, MAX_PAGE);
    Listing listing =
        new Listing(
            id == null ? operation.text("ids") : id,
            id != null,
            operation.optionalTexts("filters"),
            operation.text("tags"),
            token,
            number,
            page.text("size"),
            page.number("default", 1, max),
            max);
    page.end();
    return listing;
  }

  private static List<ResourceField> answer(List<Fields.Item> items) {
    List<ResourceField> read = new ArrayList<>();
    for (Fields.Item item : items) {
      read.add(answerField(item, List.of()));
    }
    return read;
  }

  /** A bare name is one of {@code known}, or the attribute or value that is called so. */
  private static ResourceField answerField(Fields.Item item, List<ResourceField> known) {
    if (item.isText()) {
      String name = item.text();
      for (ResourceField field : known) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return switch (name) {
        case "RequestId" -> new ResourceField.Value(name, ResourceField.Meaning.REQUEST_ID);
        case "NextToken" -> new ResourceField.Value(name, ResourceField.Meaning.NEXT_TOKEN);
        default -> new ResourceField.Attribute(name, name, Literal.Kind.TEXT, null);
      };
    }
    Fields field = item.fields();
    ResourceField read = mapping(field, known);
    field.end();
    return read;
  }

  private static ResourceField mapping(Fields field, List<ResourceField> known) {
    if (field.has("rows")) {
      return new ResourceField.Rows(field.text("rows"), field.optionalText("item"), known);
    }
    if (field.has("tags")) {
      String key = field.optionalText("key");
      String value = field.optionalText("tag-value");
      return new ResourceField.Tags(
          field.text("tags"),
          field.optionalText("item"),
          key == null ? "Key" : key,
          value == null ? "Value" : value);
    }
    if (field.has("list")) {
      return new ResourceField.TextList(field.text("list"), field.text("list"));
    }
    String name = field.text("field");
    if (field.has("is")) {
      return new ResourceField.Value(name, field.word("is", ResourceField.Meaning.class));
    }
    if (field.has("value")) {
      return new ResourceField.Constant(name, literal(field.scalar("value")));
    }
    String attribute = field.optionalText("attribute");
    return attribute(field, name, attribute == null ? name : attribute);
  }

  private static ResourceField attribute(Fields field, String name, String attribute) {
    if (!field.has("otherwise")) {
      return new ResourceField.Attribute(name, attribute, Literal.Kind.TEXT, null);
    }
    Literal otherwise = literal(field.scalar("otherwise"));
    return new ResourceField.Attribute(name, attribute, otherwise.kind(), otherwise.text());
  }

  private static Literal literal(Node.Scalar scalar) {
    Literal.Kind kind =
        switch (scalar.kind()) {
          case NUMBER -> Literal.Kind.NUMBER;
          case BOOLEAN -> Literal.Kind.BOOLEAN;
          case TEXT, NULL -> Literal.Kind.TEXT;
        };
    return new Literal(kind, scalar.text());
  }
}
