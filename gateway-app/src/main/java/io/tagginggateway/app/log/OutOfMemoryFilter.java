package io.tagginggateway.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.tagginggateway.app.memory.OutOfMemory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Reports an exhausted heap that a library caught and logs: Netty and Vert.x go on after it, with
 * what the failed event loop or task had in hand lost.
 */
final class OutOfMemoryFilter extends TurboFilter {
  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable problem) {
    OutOfMemory.report(problem);
    if (parameters != null && parameters.length > 0) {
      report(parameters[parameters.length - 1]);
    }
    return FilterReply.NEUTRAL;
  }

  private static void report(@Nullable Object last) {
    if (last instanceof Throwable problem) {
      OutOfMemory.report(problem);
    }
  }
}
