package io.tagginggateway.core.product;

import io.tagginggateway.core.request.Format;
import java.util.List;

/**
 * How one trio writes its answers: the fields in their order.
 *
 * @param json the answer of a list, in JSON
 * @param xml the answer of a list, in XML
 * @param changed the answers to the changes, in both formats; empty for a list
 * @param countsTotal whether an answer tells how many rows there are on all pages together
 */
public record Envelope(
    List<AnswerField> json,
    List<AnswerField> xml,
    PerKind<List<AnswerField>> changed,
    boolean countsTotal) {

  /** An envelope of these fields. */
  public Envelope(
      List<AnswerField> json, List<AnswerField> xml, PerKind<List<AnswerField>> changed) {
    this(json, xml, changed, counts(json) || counts(xml));
  }

  /** The fields of a list's answer. */
  public List<AnswerField> list(Format format) {
    return switch (format) {
      case JSON -> json;
      case XML -> xml;
    };
  }

  private static boolean counts(List<AnswerField> fields) {
    return fields.stream().anyMatch(AnswerField::countsTotal);
  }
}
