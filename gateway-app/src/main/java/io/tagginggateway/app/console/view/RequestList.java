package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * The requests that a filter lets through, newest first.
 *
 * @param rows as many as are shown
 * @param summary how many there are
 * @param filters what they are narrowed to
 * @param first how many of the filters are always seen
 * @param problem what is wrong with the filters, or empty
 * @param live whether the page follows what happens
 * @param query the filters as a query, behind {@code ?}; empty if there are none
 * @param chart the last minutes
 */
public record RequestList(
    List<RequestRow> rows,
    String summary,
    List<Filter> filters,
    int first,
    String problem,
    boolean live,
    String query,
    Chart chart) {

  /** Whether a filter is set that is not always seen. */
  public boolean more() {
    return filters.stream().skip(first).anyMatch(filter -> !filter.value().isEmpty());
  }

  /**
   * A filter.
   *
   * @param name its parameter
   * @param value what it narrows to, or empty
   * @param known values to choose from; empty if any text may stand there
   */
  public record Filter(String name, String value, List<String> known) {}
}
