package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * Requests, errors and latency of the last minutes, as a picture and as a table. All coordinates
 * are those of the picture.
 *
 * @param summary all of it in one sentence
 * @param bars requests and errors, oldest first
 * @param most the label of the highest bar
 * @param median the line of what half of the requests did not exceed
 * @param slow the line of what 99 of 100 did not exceed
 * @param longest the label of the highest latency
 * @param rows the slots that had requests, newest first
 */
public record Chart(
    String summary,
    List<Bar> bars,
    String most,
    String median,
    String slow,
    String longest,
    List<Row> rows) {

  /**
   * One slot's bar.
   *
   * @param x its left edge
   * @param y its upper edge
   * @param height how high it is
   * @param error whether it counts errors
   */
  public record Bar(int x, int y, int height, boolean error) {}

  /**
   * One slot in the table.
   *
   * @param time when it began
   * @param requests how many requests
   * @param errors how many of them did not succeed
   * @param median what half of them did not exceed
   * @param slow what 99 of 100 did not exceed
   */
  public record Row(String time, long requests, long errors, String median, String slow) {}
}
