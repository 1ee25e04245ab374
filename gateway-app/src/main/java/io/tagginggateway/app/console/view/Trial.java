package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * Calls to make, of one product or of two beside each other.
 *
 * @param products product versions to choose from, as {@code code version}
 * @param keys access keys to choose from
 * @param key the one that is chosen, or empty for none
 * @param sides one or two
 * @param answered whether the calls were made
 */
public record Trial(
    List<String> products, List<String> keys, String key, List<Side> sides, boolean answered) {

  /**
   * A product's side.
   *
   * @param prefix what its fields begin with
   * @param label tells it from the other
   * @param product the chosen product version; empty for none
   * @param operation the chosen operation
   * @param operations those to choose from
   * @param fields its parameters
   * @param more further parameters, a line each
   * @param answers what it answered in each format; empty before
   */
  public record Side(
      String prefix,
      String label,
      String product,
      String operation,
      List<String> operations,
      List<Field> fields,
      String more,
      List<Answer> answers) {}

  /**
   * A parameter.
   *
   * @param name its name on the wire
   * @param value what is to be sent; empty is not sent
   * @param hint what it is
   * @param choices values to choose from; empty if any text may stand there
   */
  public record Field(String name, String value, String hint, List<String> choices) {}

  /**
   * What was answered.
   *
   * @param format the format that was asked for
   * @param status the status, or why there was no answer
   * @param contentType the content type
   * @param body the body, indented where it can be
   * @param request the request as it was sent, signature masked
   * @param ok whether it succeeded
   */
  public record Answer(
      String format, String status, String contentType, String body, String request, boolean ok) {}
}
