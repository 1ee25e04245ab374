package io.tagginggateway.contract.verify;

import java.util.List;

/**
 * How a run ended.
 *
 * @param results a result per check and format
 * @param strict whether the endpoint checks signatures
 * @param leftBehind how many requests failed that were to remove what the run made
 */
public record Outcome(List<Result> results, boolean strict, int leftBehind) {

  /** How many checks ended like this. */
  public long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
