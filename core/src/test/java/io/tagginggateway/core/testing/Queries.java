package io.tagginggateway.core.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of query strings, each with its leading ampersand. */
public final class Queries {
  private Queries() {}

  /** So many distinct ids. */
  public static String ids(int count) {
    return numbered(count, n -> "&ResourceId." + n + "=r" + n);
  }

  /** So many tags with distinct keys. */
  public static String tags(int count) {
    return numbered(count, n -> "&Tag." + n + ".Key=k" + n + "&Tag." + n + ".Value=v");
  }

  /** So many distinct tag keys to remove. */
  public static String tagKeys(int count) {
    return numbered(count, n -> "&TagKey." + n + "=k" + n);
  }

  /** A name and a value, encoded. */
  public static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String numbered(int count, IntFunction<String> piece) {
    return IntStream.rangeClosed(1, count).mapToObj(piece).collect(Collectors.joining());
  }
}
