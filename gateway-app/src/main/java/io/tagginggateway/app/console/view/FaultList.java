package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * What goes wrong on purpose, and a form for more of it.
 *
 * @param rows the rules, in the order in which they are asked
 * @param form the form
 */
public record FaultList(List<Row> rows, Form form) {

  /**
   * A rule.
   *
   * @param id its id
   * @param match which requests it is about
   * @param fault what happens to them
   * @param when phase, skip, times and probability
   * @param matched how many requests it matched
   * @param spoiled how many it spoiled
   * @param state armed, or used up
   */
  public record Row(
      String id,
      String match,
      String fault,
      String when,
      String matched,
      String spoiled,
      String state) {}

  /**
   * The form, as far as it is filled.
   *
   * @param product the product code, or empty for all
   * @param products those to choose from
   * @param action the operation, or empty for all
   * @param actions those to choose from
   * @param type the kind of fault
   * @param types those to choose from
   * @param fields what this kind needs besides
   * @param match further fields that narrow it
   * @param when how often, and when
   */
  public record Form(
      String product,
      List<String> products,
      String action,
      List<String> actions,
      String type,
      List<String> types,
      List<Field> fields,
      List<Field> match,
      List<Field> when) {}

  /**
   * A field.
   *
   * @param name its name in the form
   * @param label what people read
   * @param value what stands in it
   * @param hint what may stand in it
   * @param choices values to choose from; empty if any text may stand there
   * @param strict whether it must be one of those
   * @param area whether it has several lines
   */
  public record Field(
      String name,
      String label,
      String value,
      String hint,
      List<Choice> choices,
      boolean strict,
      boolean area) {}

  /**
   * A value to choose.
   *
   * @param value the value
   * @param label what people read of it
   */
  public record Choice(String value, String label) {}
}
