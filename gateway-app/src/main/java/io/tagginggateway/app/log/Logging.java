package io.tagginggateway.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.LoggerFactory;

/**
 * Sets up Logback without a file: everything goes to standard error, but for {@link #READY}, which
 * goes to standard output.
 */
public final class Logging {
  /** The logger of the one line that says the gateway serves. */
  public static final String READY = "tagging-gateway";

  /** The system property that wins over a {@link LogLevel}, for what is before and beside it. */
  private static final String LEVEL = "tagging-gateway.log.level";

  private Logging() {}

  /** Replaces whatever logging there was in this JVM. */
  public static void configure(LogFormat format) {
    configure(format, LogLevel.INFO);
  }

  /** The same with a least level. */
  public static void configure(LogFormat format, LogLevel level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.addTurboFilter(new OutOfMemoryFilter());
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(System.getProperty(LEVEL), level(level)));
    // Before there is an appender: other threads may log meanwhile.
    context.getLogger("io.netty").setLevel(Level.WARN);
    context.getLogger("io.vertx").setLevel(Level.WARN);
    root.addAppender(appender(context, "System.err", encoder(context, format, false)));
    Logger ready = context.getLogger(READY);
    ready.setAdditive(false);
    ready.addAppender(appender(context, "System.out", encoder(context, format, true)));
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.ERROR;
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
    };
  }

  private static ConsoleAppender<ILoggingEvent> appender(
      LoggerContext context, String target, Encoder<ILoggingEvent> encoder) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget(target);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> encoder(
      LoggerContext context, LogFormat format, boolean messageOnly) {
    Encoder<ILoggingEvent> encoder =
        switch (format) {
          case TEXT -> text(messageOnly);
          case JSON -> json();
        };
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> text(boolean messageOnly) {
    TextLine layout = new TextLine(messageOnly);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(layout);
    return encoder;
  }

  private static JsonLine json() {
    JsonLine encoder = new JsonLine();
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }
}
