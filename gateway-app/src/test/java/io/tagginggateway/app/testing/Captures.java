package io.tagginggateway.app.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requests of the official clients, as they arrived on the wire. */
public final class Captures {
  private static final Pattern TIME =
      Pattern.compile("(?:x-acs-date: |[?&]Timestamp=)([^&\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LENGTH =
      Pattern.compile("(\r\ncontent-length: )[1-9][0-9]*", Pattern.CASE_INSENSITIVE);

  private Captures() {}

  /**
   * One of them.
   *
   * @param name its file's name without the ending
   * @param raw a character for each byte
   */
  public record Capture(String name, String raw) {

    /** When it was signed. */
    public Instant time() {
      Matcher time = TIME.matcher(raw);
      if (!time.find()) {
        throw new IllegalStateException(name + " has no time");
      }
      return Instant.parse(URLDecoder.decode(time.group(1), StandardCharsets.UTF_8));
    }

    /** Whether it asks {@code action} of {@code product}. */
    public boolean is(String product, String action) {
      return name.contains("-" + product + "-" + action) && !isConnect();
    }

    /** Whether it opens a tunnel. */
    public boolean isConnect() {
      return name.endsWith(".CONNECT");
    }

    /** The request with something changed, and a length header that still fits. */
    public String edited(UnaryOperator<String> change) {
      String text = change.apply(raw);
      int body = text.length() - text.indexOf("\r\n\r\n") - "\r\n\r\n".length();
      return LENGTH.matcher(text).replaceFirst("$1" + body);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All of them, ordered by name. */
  public static List<Capture> all() {
    URL directory = Objects.requireNonNull(Captures.class.getResource("/captures"));
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".http"))
          .sorted()
          .map(Captures::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one of this name. */
  public static Capture named(String name) {
    return all().stream()
        .filter(capture -> capture.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static Capture read(Path file) {
    try {
      String name = file.getFileName().toString();
      return new Capture(
          name.substring(0, name.length() - ".http".length()), Files.readString(file, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
