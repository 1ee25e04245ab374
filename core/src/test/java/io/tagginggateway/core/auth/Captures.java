package io.tagginggateway.core.auth;

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
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requests of the official clients, as they arrived on the wire. */
final class Captures {
  /** They open a tunnel and carry no signature: the request inside it is a capture of its own. */
  static final List<String> WITHOUT_SIGNATURE =
      List.of(
          "java-oldsdk-CloudAPI-ListTagResources-httpsproxy.CONNECT.http",
          "java-tea-CloudAPI-ListTagResources-httpsproxy.CONNECT.http",
          "java-tea-VpcIpam-ListTagResources-httpsproxy.CONNECT.http");

  static final String SECRET = "testsecret";
  static final String TOKEN = "teststs/token+==";

  private static final Pattern TIME =
      Pattern.compile("(?:x-acs-date: |[?&]Timestamp=)([^&\\s]+)", Pattern.CASE_INSENSITIVE);

  private Captures() {}

  /** One of them; its text has a character for each byte. */
  record Capture(String name, String raw) {
    /** When it was signed. */
    Instant time() {
      Matcher time = TIME.matcher(raw);
      if (!time.find()) {
        throw new IllegalStateException(name + " has no time");
      }
      return Instant.parse(URLDecoder.decode(time.group(1), StandardCharsets.UTF_8));
    }

    boolean isAcs3() {
      return raw.contains("Authorization: ACS3-");
    }

    boolean hasToken() {
      return name.contains("-sts");
    }

    /** The key that the client was given; the same id came with a token and without. */
    AccessKeys keys() {
      String token = hasToken() ? TOKEN : null;
      AccessKey key = new AccessKey("testid", SECRET, "1234567890123456", token, null, false);
      return Gate.keys(Map.of("testid", key));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Capture> all() {
    URL directory = Objects.requireNonNull(Captures.class.getResource("/captures"));
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".http"))
          .map(Captures::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Capture> signed() {
    return all().filter(capture -> !WITHOUT_SIGNATURE.contains(capture.name()));
  }

  private static Capture read(Path file) {
    try {
      String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
      return new Capture(file.getFileName().toString(), raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
