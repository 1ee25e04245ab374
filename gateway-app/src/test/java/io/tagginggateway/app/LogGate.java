package io.tagginggateway.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Turns the build red when anything logs a Netty buffer leak or a blocked Vert.x thread while tests
 * run. JUnit finds it by itself; a test that starts the gateway as a process passes that process's
 * output lines to {@link #inspect}.
 */
public final class LogGate implements LauncherSessionListener {
  private static final Queue<String> FORBIDDEN = new ConcurrentLinkedQueue<>();

  /** Notes {@code line} if it may not occur in a log; the session then fails at its end. */
  static void inspect(String line) {
    if (line.contains("LEAK:") || line.contains("has been blocked")) {
      FORBIDDEN.add(line);
    }
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.addTurboFilter(new Inspector());
    context.addListener(new Reattach());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    reportPendingLeaks();
    if (!FORBIDDEN.isEmpty()) {
      throw new AssertionError("Logged while tests ran:\n" + String.join("\n", FORBIDDEN));
    }
  }

  /** Netty reports a leak no sooner than at the next allocation after a collection. */
  @SuppressWarnings("SystemGc")
  private static void reportPendingLeaks() {
    System.gc();
    PooledByteBufAllocator.DEFAULT.buffer().release();
  }

  /** Sees every call, whatever the level and the appenders of its logger. */
  private static final class Inspector extends TurboFilter {
    @Override
    public FilterReply decide(
        Marker marker,
        Logger logger,
        Level level,
        String format,
        Object[] params,
        Throwable thrown) {
      if (format != null) {
        inspect(format);
      }
      return FilterReply.NEUTRAL;
    }
  }

  /** A gateway that configures its own logging resets the context, and with it the filters. */
  private static final class Reattach implements LoggerContextListener {
    @Override
    public boolean isResetResistant() {
      return true;
    }

    @Override
    public void onReset(LoggerContext context) {
      context.addTurboFilter(new Inspector());
    }

    @Override
    public void onStart(LoggerContext context) {}

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
  }
}
