package io.tagginggateway.app.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the target of CONNECT, and takes none but a plain host name with the port of TLS. */
final class ConnectTarget {
  private static final int MAX = 253 + ":443".length();
  private static final Pattern HOST = Pattern.compile("([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*):443");

  private ConnectTarget() {}

  /** The host, lower-case, or null if the target is anything else. */
  static @Nullable String host(String target) {
    if (target.length() > MAX) {
      return null;
    }
    Matcher matcher = HOST.matcher(target);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
