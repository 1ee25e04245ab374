package io.tagginggateway.app.wire;

import java.util.List;
import java.util.Random;

/** Spoils requests at random; the same random numbers give the same requests. */
final class RequestMutator {
  /** What parsers stumble over. */
  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\r\n\r\n",
          "\0",
          " ",
          "\t",
          ":",
          "%",
          "%zz",
          "%00",
          "%ff",
          "&",
          "=",
          "?",
          "#",
          "/",
          "..",
          "\u00ff",
          "\u00c3(",
          "-1",
          "0",
          "99999999999999999999",
          "HTTP/1.0",
          "HTTP/9.9",
          "Host: x\r\n",
          "Content-Length: 5\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Connection: close\r\n",
          "Expect: 100-continue\r\n",
          "Format=XML&",
          "&Tag.0.Key=a",
          "&ResourceId.99999=a",
          "<",
          "]]>",
          "{",
          "\"",
          "0\r\n\r\n");

  private static final int MAX_CHANGES = 6;
  private static final int MAX_CUT = 40;

  private final List<String> seeds;
  private final Random random;

  /**
   * A mutator.
   *
   * @param seeds requests, with a character for each byte
   */
  RequestMutator(List<String> seeds, Random random) {
    this.seeds = seeds;
    this.random = random;
  }

  String next() {
    StringBuilder text = new StringBuilder(seed());
    for (int i = random.nextInt(MAX_CHANGES); i >= 0 && text.length() > 1; i--) {
      change(text, random.nextInt(text.length()));
    }
    return text.toString();
  }

  private String seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private void change(StringBuilder text, int at) {
    int end = Math.min(text.length(), at + 1 + random.nextInt(MAX_CUT));
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(256));
      case 1 -> text.delete(at, end);
      case 2 -> text.insert(at, text.substring(at, end));
      case 3 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      case 4 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
      default -> {
        String other = seed();
        text.replace(at, text.length(), other.substring(random.nextInt(other.length())));
      }
    }
  }
}
