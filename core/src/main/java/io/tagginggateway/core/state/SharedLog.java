package io.tagginggateway.core.state;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What gateways that share a store write down about their requests, for all of them to read.
 * Thread-safe; no call blocks, and a call fails through its stage.
 */
public interface SharedLog {

  /**
   * A line.
   *
   * @param micros when it was written, in microseconds since 1970, by the clock of its gateway
   * @param number no two lines of a gateway have the same
   * @param document its content, which the log does not interpret; without the character U+0000
   */
  record Line(long micros, long number, String document) {}

  /**
   * A line that is in the log.
   *
   * @param own whether this gateway wrote it
   * @param place where it stands; only for {@link #before}
   */
  record Written(Line line, boolean own, String place) {}

  /** Adds lines of this gateway; those that are there already are no error. */
  CompletionStage<Void> append(List<Line> lines);

  /**
   * The next lines, newest first, and of equally old ones always in the same order.
   *
   * @param place the last line that was read, or null for the newest
   */
  CompletionStage<List<Written>> before(@Nullable String place, int max);

  /** Forgets all lines but so many of the newest. */
  CompletionStage<Void> trim(int keep);

  /** Forgets all lines. */
  CompletionStage<Void> clear();

  /**
   * Ends when every gateway has added what it was about to add when this was called. One that does
   * not answer for so long that it counts as dead is not waited for.
   */
  CompletionStage<Void> gather();

  /** Tells what adds the lines that wait here, for whoever gathers. */
  void onGather(Supplier<CompletionStage<Void>> flush);
}
