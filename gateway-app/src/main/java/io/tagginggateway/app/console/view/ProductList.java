package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * The product versions that are played.
 *
 * @param rows one for each
 * @param summary how many there are
 * @param search what they are narrowed to
 */
public record ProductList(List<Row> rows, String summary, String search) {

  /**
   * A product version.
   *
   * @param code the product code
   * @param version the version
   * @param name what people call it
   * @param style RPC or ROA
   * @param host one of its hosts
   * @param link leads to its rules
   */
  public record Row(
      String code, String version, String name, String style, String host, String link) {}
}
