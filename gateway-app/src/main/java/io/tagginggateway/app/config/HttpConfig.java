package io.tagginggateway.app.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plain listener.
 *
 * @param host the address
 * @param port the port; 0 takes a free one
 * @param maxBody the largest request body in bytes
 * @param names further names of this gateway, lower-case; {@code *.x} stands for those below x
 */
public record HttpConfig(String host, int port, int maxBody, List<String> names) {
  static final int MAX_PORT = 65_535;

  /** Whose the gateway's own names are, so that no product can have them as well. */
  private static final String NO_PRODUCT = "";

  /** Reads the section; {@code codeByHost} knows whose each name is, and learns these. */
  static HttpConfig read(ConfigReader reader, Map<String, String> codeByHost) {
    return new HttpConfig(
        reader.text("http.host", "127.0.0.1"),
        reader.number("http.port", 8080, 0, MAX_PORT),
        reader.size("http.max-body", "1MiB"),
        reader.names("http.names", name -> codeByHost.putIfAbsent(name, NO_PRODUCT) == null));
  }

  /** The address it listens on and {@link #names}. */
  public List<String> allNames() {
    return Stream.concat(Stream.of(host), names.stream()).toList();
  }
}
