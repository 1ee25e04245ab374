package io.tagginggateway.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that carry a unit. */
final class Units {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,10})(B|KiB|MiB|GiB)");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
  private static final long MAX_BYTES = 1L << 30;
  private static final long MAX_CAPACITY = 1L << 40;
  private static final Duration MAX_DURATION = Duration.ofHours(24);

  private Units() {}

  /** A number of bytes; none if the text is not one from 1B to 1GiB. */
  static Optional<Integer> bytes(String text) {
    return capacity(text).filter(bytes -> bytes >= 1 && bytes <= MAX_BYTES).map(Math::toIntExact);
  }

  /** A number of bytes; none if the text is not one from 0B to 1024GiB. */
  static Optional<Long> capacity(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int shift =
        switch (matcher.group(2)) {
          case "KiB" -> 10;
          case "MiB" -> 20;
          case "GiB" -> 30;
          default -> 0;
        };
    long bytes = Long.parseLong(matcher.group(1)) << shift;
    return Optional.of(bytes).filter(size -> size <= MAX_CAPACITY);
  }

  /** The URL of a server, http or https, without user, path and query; none if it is no such. */
  static Optional<URI> baseUrl(String text) {
    try {
      URI url = new URI(text);
      boolean scheme = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      boolean path = url.getRawPath() != null && !url.getRawPath().matches("/?");
      boolean more = url.getRawQuery() != null || url.getRawFragment() != null;
      return scheme && url.getHost() != null && url.getUserInfo() == null && !path && !more
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** A duration; none if the text is not one up to a day. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    return Optional.of(duration).filter(value -> value.compareTo(MAX_DURATION) <= 0);
  }
}
