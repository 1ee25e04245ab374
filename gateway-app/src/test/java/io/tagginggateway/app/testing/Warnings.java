package io.tagginggateway.app.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Collects what is logged as a warning or worse, from all threads, until it is closed. */
public final class Warnings extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Queue<String> found = new ConcurrentLinkedQueue<>();

  /** Collects from now on. */
  public static Warnings collect() {
    Warnings warnings = new Warnings();
    warnings.start();
    root().addAppender(warnings);
    return warnings;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      IThrowableProxy thrown = event.getThrowableProxy();
      found.add(
          event
              + (thrown == null
                  ? ""
                  : " with a stack trace: " + ThrowableProxyUtil.asString(thrown)));
    }
  }

  /** What was logged so far, in order. */
  public List<String> found() {
    return List.copyOf(found);
  }

  @Override
  public void close() {
    root().detachAppender(this);
    stop();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
