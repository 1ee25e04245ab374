package io.tagginggateway.app.metrics;

/**
 * What was counted of all requests since the start.
 *
 * @param requests how many were answered
 * @param errors how many of them did not succeed
 * @param latency how many took up to each of the bounds, and not up to the one before; do not
 *     change it
 */
@SuppressWarnings("ArrayRecordComponent") // read and thrown away, never compared
public record RequestTotals(long requests, long errors, long[] latency) {

  /** What was counted since {@code earlier}. */
  public RequestTotals since(RequestTotals earlier) {
    long[] more = new long[latency.length];
    for (int i = 0; i < more.length; i++) {
      more[i] = latency[i] - earlier.latency[i];
    }
    return new RequestTotals(requests - earlier.requests, errors - earlier.errors, more);
  }

  /**
   * The bound that this share of requests did not exceed, in microseconds; 0 where there were none.
   *
   * @param share from 0 to 1
   */
  public long micros(double share) {
    double[] seconds = Histogram.bounds();
    long all = 0;
    for (long count : latency) {
      all += count;
    }
    long below = 0;
    for (int i = 0; i < latency.length && all > 0; i++) {
      below += latency[i];
      if (below >= share * all) {
        return Math.round(Math.min(seconds[i], seconds[seconds.length - 2]) * 1e6);
      }
    }
    return 0;
  }
}
