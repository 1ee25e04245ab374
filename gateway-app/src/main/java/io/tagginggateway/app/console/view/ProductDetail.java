package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * A product version, with how each of its rules is known.
 *
 * @param code the product code
 * @param version the version
 * @param name what people call it
 * @param file the product file
 * @param hosts its hosts
 * @param operations its operations
 * @param types its resource types
 * @param format the format when nothing asks for another
 * @param standings how many rules are known in which way
 * @param rules the rules
 * @param documents where its documents are, without their endings; empty if it has none
 * @param source where its file is
 */
public record ProductDetail(
    String code,
    String version,
    String name,
    String file,
    List<String> hosts,
    List<String> operations,
    List<String> types,
    String format,
    String standings,
    List<Row> rules,
    String documents,
    String source) {

  /**
   * A rule.
   *
   * @param id names it
   * @param text what it says
   * @param standing how it is known
   * @param source where it was found
   */
  public record Row(String id, String text, String standing, String source) {}
}
