package io.tagginggateway.core.product;

import io.tagginggateway.core.request.Format;
import java.util.List;

/**
 * How one trio writes its answers: the fields in their order.
 *
 * @param json the answer of a list, in JSON
 * @param xml the answer of a list, in XML
 * @param changed the answers to the changes, in both formats; empty for a list
 */
public record Envelope(
    List<AnswerField> json, List<AnswerField> xml, PerKind<List<AnswerField>> changed) {

  /** The fields of a list's answer. */
  public List<AnswerField> list(Format format) {
    return switch (format) {
      case JSON -> json;
      case XML -> xml;
    };
  }

  /** Whether an answer tells how many rows there are on all pages together. */
  boolean countsTotal() {
    return counts(json) || counts(xml);
  }

  private static boolean counts(List<AnswerField> fields) {
    return fields.stream().anyMatch(AnswerField::countsTotal);
  }
}
