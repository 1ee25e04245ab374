package io.tagginggateway.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * An event as text: {@code 12:30:01.123 INFO Name - message}. Logback's pattern layout makes some
 * sixty converters before the first line, which was a tenth of the start.
 */
final class TextLine extends LayoutBase<ILoggingEvent> {
  private static final int LEVEL_WIDTH = 6;

  private final boolean messageOnly;

  /** A layout of whole lines, or of the message alone. */
  TextLine(boolean messageOnly) {
    this.messageOnly = messageOnly;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(128);
    if (!messageOnly) {
      LocalTime time = LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault());
      String level = event.getLevel().toString();
      line.append(Time.FORMAT.format(time))
          .append(' ')
          .append(level)
          .append(" ".repeat(LEVEL_WIDTH - level.length()))
          .append(simpleName(event.getLoggerName()))
          .append(" - ");
    }
    line.append(VisibleText.of(event.getFormattedMessage())).append(System.lineSeparator());
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? line.toString() : line.append(trace(thrown)).toString();
  }

  /** The only lines of an event but its first; they start as those of a stack trace do. */
  private static String trace(IThrowableProxy thrown) {
    String trace = ThrowableProxyUtil.asString(thrown);
    for (IThrowableProxy cause = thrown; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      trace = trace.replace(message, VisibleText.of(message));
    }
    StringBuilder visible = new StringBuilder(trace.length());
    trace.lines().forEach(line -> visible.append(indented(line)).append(System.lineSeparator()));
    return visible.toString();
  }

  private static String indented(String line) {
    int tabs = 0;
    while (tabs < line.length() && line.charAt(tabs) == '\t') {
      tabs++;
    }
    return line.substring(0, tabs) + VisibleText.of(line.substring(tabs));
  }

  private static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  /** Made for the first line that tells a time; a start that goes well has none. */
  private static final class Time {
    static final DateTimeFormatter FORMAT =
        new DateTimeFormatterBuilder()
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 3, true)
            .toFormatter(Locale.ROOT);
  }
}
