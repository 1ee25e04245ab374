package io.tagginggateway.app.http;

import io.vertx.core.Vertx;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The {@code date} header (RFC 9110, 5.6.7), written once a second by a timer; as late as its event
 * loop is. Lives on that. A formatter would load a locale's data before the first answer.
 */
final class HttpDate {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final long SECOND = 1000;

  private final Vertx vertx;
  private final LongSupplier millis;
  private String text = "";

  /**
   * A date that goes on until the verticle of the event loop that calls ends.
   *
   * @param millis the time in milliseconds since 1970
   */
  HttpDate(Vertx vertx, LongSupplier millis) {
    this.vertx = vertx;
    this.millis = millis;
    write();
  }

  String now() {
    return text;
  }

  private void write() {
    long now = millis.getAsLong();
    text = text(now);
    vertx.setTimer(SECOND - Math.floorMod(now, SECOND), next -> write());
  }

  /**
   * A time as the header tells it.
   *
   * @param millis since 1970
   */
  static String text(long millis) {
    return text(LocalDateTime.ofEpochSecond(Math.floorDiv(millis, SECOND), 0, ZoneOffset.UTC));
  }

  private static String text(LocalDateTime time) {
    StringBuilder text = new StringBuilder(29);
    text.append(DAYS.get(time.getDayOfWeek().getValue() - 1)).append(", ");
    twoDigits(text, time.getDayOfMonth()).append(' ');
    text.append(MONTHS.get(time.getMonthValue() - 1)).append(' ').append(time.getYear());
    twoDigits(text.append(' '), time.getHour());
    twoDigits(text.append(':'), time.getMinute());
    twoDigits(text.append(':'), time.getSecond());
    return text.append(" GMT").toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
