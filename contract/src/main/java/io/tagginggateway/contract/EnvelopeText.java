package io.tagginggateway.contract;

import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.request.Format;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the structure of answers in words, for rules. */
final class EnvelopeText {
  private EnvelopeText() {}

  /** Where the rows of a list stand. */
  static String rows(List<AnswerField> fields, Format format) {
    AnswerField.Rows rows = find(fields);
    String path = path(fields);
    boolean nested = rows.item() != null;
    return switch (format) {
      case JSON -> "JSON lists rows " + (nested ? "nested" : "flat") + ", in " + path;
      case XML ->
          nested
              ? "XML lists elements " + rows.item() + " in one " + rows.name()
              : "XML repeats the element " + rows.name() + ", once per row";
    };
  }

  /** What a list without rows looks like. */
  static String empty(List<AnswerField> xml) {
    AnswerField.Rows rows = find(xml);
    return "A list without rows is an empty array in JSON, and "
        + (rows.item() == null ? "no element at all" : "an empty " + rows.name())
        + " in XML";
  }

  /** The fields in their order. */
  static String order(List<AnswerField> fields) {
    return fields.stream().map(EnvelopeText::name).collect(Collectors.joining(", "));
  }

  private static String name(AnswerField field) {
    if (field instanceof AnswerField.Group group) {
      return group.name() + " (" + order(group.fields()) + ")";
    }
    if (field instanceof AnswerField.Rows rows) {
      return rows.name()
          + " ("
          + rows.fields().stream().map(RowField::name).collect(Collectors.joining(", "))
          + ")";
    }
    return field.name();
  }

  private static String path(List<AnswerField> fields) {
    for (AnswerField field : fields) {
      if (field instanceof AnswerField.Rows rows) {
        return rows.item() == null ? rows.name() : rows.name() + "." + rows.item();
      }
      if (field instanceof AnswerField.Group group && group.countRows() > 0) {
        return group.name() + "." + path(group.fields());
      }
    }
    throw new IllegalArgumentException("no rows");
  }

  /** The field that holds the rows. */
  static AnswerField.Rows find(List<AnswerField> fields) {
    for (AnswerField field : fields) {
      if (field instanceof AnswerField.Rows rows) {
        return rows;
      }
      if (field instanceof AnswerField.Group group && group.countRows() > 0) {
        return find(group.fields());
      }
    }
    throw new IllegalArgumentException("no rows");
  }

  /** What the field of a meaning is called, or null if there is none. */
  static @Nullable String name(List<AnswerField> fields, AnswerField.Meaning meaning) {
    for (AnswerField field : fields) {
      if (field instanceof AnswerField.Value value && value.meaning() == meaning) {
        return value.name();
      }
      if (field instanceof AnswerField.Group group) {
        String inside = name(group.fields(), meaning);
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }
}
