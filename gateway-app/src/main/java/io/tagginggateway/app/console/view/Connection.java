package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * How clients find this gateway.
 *
 * @param endpoint host and port
 * @param snippets code for each kind of client
 * @param variables environment variables for a shell
 * @param note what to know of keys
 * @param hasCa whether there is a CA to download
 */
public record Connection(
    String endpoint, List<Snippet> snippets, String variables, String note, boolean hasCa) {

  /**
   * Code for a kind of client.
   *
   * @param id names it in the page
   * @param title what people read
   * @param code the code
   */
  public record Snippet(String id, String title, String code) {}
}
