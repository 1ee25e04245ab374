package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.AnswerField.Meaning;
import io.tagginggateway.core.product.Envelope;
import io.tagginggateway.core.product.Literal;
import io.tagginggateway.core.product.OperationNames;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads how one trio writes its answers. */
final class EnvelopeReader {
  private static final Literal NONE = new Literal(Literal.Kind.TEXT, "");

  private final Fields family;
  private final OperationNames operations;

  EnvelopeReader(Fields family, OperationNames operations) {
    this.family = family;
    this.operations = operations;
  }

  Envelope read() {
    Fields answer = family.fields("answer");
    List<AnswerField> json = fields(answer.items("json"));
    List<AnswerField> xml = answer.has("xml") ? fields(answer.items("xml")) : json;
    answer.end();
    checkRows(answer, "json", json);
    checkRows(answer, "xml", xml);
    return new Envelope(json, xml, changed());
  }

  /** The answers to the changes that the product has. */
  private PerKind<List<AnswerField>> changed() {
    boolean changes = operations.tag() != null || operations.untag() != null;
    if (!changes && !family.has("changed")) {
      return PerKind.all(List.of());
    }
    if (!family.isMapping("changed")) {
      return PerKind.all(changed(family, "changed"));
    }
    Fields each = family.fields("changed");
    PerKind<List<AnswerField>> read =
        PerKind.of(
            kind ->
                kind == Kind.LIST || operations.get(kind) == null
                    ? List.of()
                    : changed(each, KindFields.name(each, kind)));
    each.end();
    return read;
  }

  private static List<AnswerField> changed(Fields fields, String name) {
    List<AnswerField> changed = fields(fields.items(name));
    if (rows(changed) > 0) {
      throw fields.error(name, "has rows; the answer to a change has none");
    }
    return changed;
  }

  private static void checkRows(Fields answer, String name, List<AnswerField> fields) {
    if (rows(fields) != 1) {
      throw answer.error(name, "must have rows once");
    }
  }

  private static int rows(List<AnswerField> fields) {
    return fields.stream().mapToInt(AnswerField::countRows).sum();
  }

  private static List<AnswerField> fields(List<Fields.Item> items) {
    List<AnswerField> fields = new ArrayList<>();
    for (Fields.Item item : items) {
      fields.add(item.isText() ? named(item) : described(item.fields()));
    }
    return List.copyOf(fields);
  }

  /** A field whose name says what it is. */
  private static AnswerField named(Fields.Item item) {
    String name = item.text();
    return switch (name) {
      case "RequestId" -> new AnswerField.Value(name, Meaning.REQUEST_ID);
      case "NextToken" -> new AnswerField.Value(name, Meaning.NEXT_TOKEN);
      default -> throw item.error("does not tell its meaning; write {field: " + name + ", is: …}");
    };
  }

  private static AnswerField described(Fields field) {
    AnswerField read;
    if (field.has("rows")) {
      read =
          new AnswerField.Rows(
              field.text("rows"), field.optionalText("item"), rowFields(field.items("fields")));
    } else if (field.has("object")) {
      read = new AnswerField.Group(field.text("object"), fields(field.items("fields")));
    } else if (field.has("value")) {
      read = new AnswerField.Constant(field.text("field"), literal(field.scalar("value")));
    } else {
      read = new AnswerField.Value(field.text("field"), field.word("is", Meaning.class));
    }
    field.end();
    return read;
  }

  private static List<RowField> rowFields(List<Fields.Item> items) {
    List<RowField> fields = new ArrayList<>();
    for (Fields.Item item : items) {
      fields.add(item.isText() ? namedRowField(item) : describedRowField(item.fields()));
    }
    return List.copyOf(fields);
  }

  private static RowField namedRowField(Fields.Item item) {
    String name = item.text();
    RowField.Meaning meaning =
        switch (name) {
          case "ResourceId" -> RowField.Meaning.RESOURCE_ID;
          case "ResourceType" -> RowField.Meaning.TYPE;
          case "TagKey" -> RowField.Meaning.KEY;
          case "TagValue" -> RowField.Meaning.VALUE;
          default ->
              throw item.error("does not tell its meaning; write {field: " + name + ", is: …}");
        };
    return new RowField(name, meaning, NONE);
  }

  private static RowField describedRowField(Fields field) {
    RowField read;
    if (field.has("value")) {
      read =
          new RowField(
              field.text("field"), RowField.Meaning.CONSTANT, literal(field.scalar("value")));
    } else {
      RowField.Meaning meaning = field.word("is", RowField.Meaning.class);
      Literal literal =
          meaning == RowField.Meaning.PARAMETER
              ? new Literal(Literal.Kind.TEXT, field.text("parameter"))
              : NONE;
      if (meaning == RowField.Meaning.CONSTANT) {
        throw field.error("is", "constant needs no name; write {field: …, value: …}");
      }
      read = new RowField(field.text("field"), meaning, literal);
    }
    field.end();
    return read;
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
