package io.tagginggateway.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
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

  private static String at(Instant time) {
    return new HttpDate(Clock.fixed(time, ZoneOffset.UTC)).now();
  }
}
