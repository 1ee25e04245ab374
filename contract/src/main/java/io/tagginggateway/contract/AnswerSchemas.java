package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.Literal;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import java.util.List;

/** JSON Schemas of the answers of one trio. */
final class AnswerSchemas {
  static final String SCHEMAS = "#/components/schemas/";
  private static final int MAX_ID = 256;

  private final TagFamily family;
  private final String rowName;
  private final String typeName;

  /**
   * The answers of a trio.
   *
   * @param suffix the suffix of the names of its schemas; empty for the product's first trio
   */
  AnswerSchemas(TagFamily family, String suffix) {
    this.family = family;
    this.rowName = "TagResource" + suffix;
    this.typeName = "ResourceType" + suffix;
  }

  /** Adds the schemas that answers refer to. */
  void addShared(ObjectNode schemas) {
    ObjectNode type = TextSchemas.string();
    List<String> types = TextSchemas.answeredTypes(family.types());
    if (!types.isEmpty()) {
      types.forEach(type.putArray("enum")::add);
    }
    schemas.set(typeName, type);
    List<RowField> json = EnvelopeText.find(family.envelope().json()).fields();
    List<RowField> xml = EnvelopeText.find(family.envelope().xml()).fields();
    schemas.set(rowName, row(json));
    if (!json.equals(xml)) {
      schemas.set(rowName + "Xml", row(xml));
    }
  }

  /** The answer of a list. */
  ObjectNode list(Format format) {
    return object(family.envelope().list(format), format);
  }

  /** The answer of a change. */
  ObjectNode changed(TagOperation.Kind kind) {
    return object(family.envelope().changed().get(kind), Format.JSON);
  }

  private ObjectNode row(List<RowField> fields) {
    ObjectNode row = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = row.putObject("properties");
    ArrayNode required = row.putArray("required");
    for (RowField field : fields) {
      properties.set(field.name(), rowField(field));
      required.add(field.name());
    }
    return row.put("additionalProperties", false);
  }

  private ObjectNode rowField(RowField field) {
    return switch (field.meaning()) {
      case RESOURCE_ID -> TextSchemas.string().put("minLength", 1).put("maxLength", MAX_ID);
      case TYPE -> reference(typeName);
      case KEY, VALUE -> TextSchemas.string().put("maxLength", longest(family));
      case REGION, ACCOUNT, PARAMETER -> TextSchemas.string();
      case ACCOUNT_NUMBER -> JsonNodeFactory.instance.objectNode();
      case CATEGORY -> {
        ObjectNode category = TextSchemas.string();
        category.putArray("enum").add("Custom").add("System");
        yield category;
      }
      case CONSTANT -> constant(field.literal());
    };
  }

  /** System tags are longer than what a caller may set. */
  static int longest(TagFamily family) {
    return Math.max(128, Math.max(family.texts().set().max(), family.texts().value().max()));
  }

  private ObjectNode object(List<AnswerField> fields, Format format) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = object.putArray("required");
    for (AnswerField field : fields) {
      properties.set(field.name(), schema(field, format));
      if (!mayBeAbsent(field, format)) {
        required.add(field.name());
      }
    }
    return object.put("additionalProperties", false);
  }

  private boolean mayBeAbsent(AnswerField field, Format format) {
    if (field instanceof AnswerField.Value value) {
      return value.meaning() == AnswerField.Meaning.NEXT_TOKEN
          && family.paging().end().token() == null;
    }
    return field instanceof AnswerField.Rows rows && rows.item() == null && format == Format.XML;
  }

  private ObjectNode schema(AnswerField field, Format format) {
    if (field instanceof AnswerField.Value value) {
      return value(value.meaning());
    }
    if (field instanceof AnswerField.Constant constant) {
      return constant(constant.value());
    }
    if (field instanceof AnswerField.Group group) {
      return object(group.fields(), format);
    }
    return rows((AnswerField.Rows) field, format);
  }

  private ObjectNode rows(AnswerField.Rows rows, Format format) {
    boolean own =
        format == Format.XML
            && !EnvelopeText.find(family.envelope().json()).fields().equals(rows.fields());
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
    list.set("items", reference(own ? rowName + "Xml" : rowName));
    if (family.paging().end().paged() && family.paging().unit() == PageLimit.Unit.ROWS) {
      list.put("maxItems", family.paging().maxSize());
    }
    if (rows.item() == null) {
      return list;
    }
    ObjectNode outer = JsonNodeFactory.instance.objectNode().put("type", "object");
    outer.putObject("properties").set(rows.item(), list);
    ArrayNode required = outer.putArray("required");
    if (format == Format.JSON) {
      required.add(rows.item());
    }
    return outer.put("additionalProperties", false);
  }

  private ObjectNode value(AnswerField.Meaning meaning) {
    return switch (meaning) {
      case REQUEST_ID -> reference("RequestId");
      case NEXT_TOKEN -> token(family.paging().end());
      case PAGE_SIZE ->
          integer(1)
              .put("maximum", family.paging().maxSize())
              .put("description", "How much a page may hold.");
      case TOTAL_COUNT -> integer(0).put("description", "The rows of all pages together.");
      case IS_TRUNCATED -> JsonNodeFactory.instance.objectNode().put("type", "boolean");
      case REGION, ACCOUNT, TRACE_ID -> TextSchemas.string();
    };
  }

  private static ObjectNode token(EndOfList end) {
    String last = end.token();
    ObjectNode token = TextSchemas.string();
    if (last == null) {
      return token
          .put("minLength", 1)
          .put("description", "The token of the next page; left out at the end of the list.");
    }
    if (last.isEmpty()) {
      return token.put("description", "The token of the next page; empty at the end of the list.");
    }
    return token
        .put("minLength", 1)
        .put("description", "The token of the next page; " + last + " at the end of the list.");
  }

  private static ObjectNode constant(Literal literal) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    return switch (literal.kind()) {
      case TEXT -> schema.put("const", literal.text());
      case NUMBER -> schema.put("const", Integer.parseInt(literal.text()));
      case BOOLEAN -> schema.put("const", Boolean.parseBoolean(literal.text()));
    };
  }

  private static ObjectNode integer(int minimum) {
    return JsonNodeFactory.instance.objectNode().put("type", "integer").put("minimum", minimum);
  }

  static ObjectNode reference(String schema) {
    return JsonNodeFactory.instance.objectNode().put("$ref", SCHEMAS + schema);
  }
}
