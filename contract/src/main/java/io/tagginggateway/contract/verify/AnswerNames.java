package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.request.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trio calls the fields of its answers in one format.
 *
 * @param rows the fields of a row, by name
 * @param values the other fields that have a meaning, by that meaning
 * @param container the first name of the path to the rows
 */
record AnswerNames(
    Map<String, RowField.Meaning> rows, Map<AnswerField.Meaning, String> values, String container) {

  static AnswerNames of(TagFamily family, Format format) {
    Map<String, RowField.Meaning> rows = new LinkedHashMap<>();
    Map<AnswerField.Meaning, String> values = new LinkedHashMap<>();
    collect(family.envelope().list(format), rows, values);
    return new AnswerNames(rows, values, container(family.envelope().list(format)));
  }

  private static void collect(
      List<AnswerField> fields,
      Map<String, RowField.Meaning> rows,
      Map<AnswerField.Meaning, String> values) {
    for (AnswerField field : fields) {
      if (field instanceof AnswerField.Value value) {
        values.put(value.meaning(), value.name());
      } else if (field instanceof AnswerField.Group group) {
        collect(group.fields(), rows, values);
      } else if (field instanceof AnswerField.Rows list) {
        list.fields().forEach(rowField -> rows.put(rowField.name(), rowField.meaning()));
      }
    }
  }

  private static String container(List<AnswerField> fields) {
    for (AnswerField field : fields) {
      if (field.countRows() > 0) {
        return field.name();
      }
    }
    throw new IllegalArgumentException("no rows");
  }

  /** The name of the page token, or null if the answer has none. */
  @Nullable String token() {
    return values.get(AnswerField.Meaning.NEXT_TOKEN);
  }

  /** The name of a row's field of this meaning, or null. */
  @Nullable String row(RowField.Meaning meaning) {
    for (Map.Entry<String, RowField.Meaning> field : rows.entrySet()) {
      if (field.getValue() == meaning) {
        return field.getKey();
      }
    }
    return null;
  }

  Set<String> rowFields() {
    return rows.keySet();
  }
}
