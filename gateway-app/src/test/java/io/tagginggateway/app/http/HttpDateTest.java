package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1994-11-06T08:49:37.999Z | Sun, 06 Nov 1994 08:49:37 GMT
          2026-02-28T23:59:59Z     | Sat, 28 Feb 2026 23:59:59 GMT
          2028-02-29T00:00:00Z     | Tue, 29 Feb 2028 00:00:00 GMT
          1969-12-31T23:59:59.500Z | Wed, 31 Dec 1969 23:59:59 GMT
          """)
  void isADateOfHttp(Instant time, String text) {
    assertThat(at(time)).isEqualTo(text);
  }

  @Test
  void namesEachDayOfTheYearAsAFormatterDoes() {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    Instant first = Instant.parse("2027-01-01T10:20:30Z");
    for (int day = 0; day < 365; day++) {
      Instant time = first.plusSeconds(day * 86_400L);
      assertThat(at(time)).isEqualTo(formatter.format(time));
    }
  }

  @Test
  @Timeout(30)
  void isWrittenAnewWhenTheSecondIsOver() throws Exception {
    AtomicLong millis = new AtomicLong(Instant.parse("2027-01-01T10:20:30.999Z").toEpochMilli());
    Vertx vertx = Vertx.vertx();
    try {
      HttpDate date = on(vertx, () -> new HttpDate(vertx, millis::get));
      assertThat(on(vertx, date::now)).isEqualTo("Fri, 01 Jan 2027 10:20:30 GMT");
      millis.incrementAndGet();
      while (!on(vertx, date::now).equals("Fri, 01 Jan 2027 10:20:31 GMT")) {
        Thread.onSpinWait();
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static <T> T on(Vertx vertx, Supplier<T> work) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    vertx.runOnContext(run -> done.complete(work.get()));
    return done.get(10, TimeUnit.SECONDS);
  }

  private static String at(Instant time) {
    return HttpDate.text(time.toEpochMilli());
  }
}
