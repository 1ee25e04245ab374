package io.tagginggateway.app.rpc;

import java.util.Locale;

/** Makes host names comparable. */
public final class HostNames {
  private HostNames() {}

  /** The name in an authority: lower-case, without user, port, brackets and trailing dot. */
  public static String normalize(String authority) {
    int start = authority.lastIndexOf('@') + 1;
    int end = authority.length();
    if (start < end && authority.charAt(start) == '[') {
      int bracket = authority.indexOf(']', start);
      return authority.substring(start + 1, bracket < 0 ? end : bracket).toLowerCase(Locale.ROOT);
    }
    int port = authority.indexOf(':', start);
    if (port >= 0 && port == authority.lastIndexOf(':')) {
      end = port;
    }
    if (end > start && authority.charAt(end - 1) == '.') {
      end--;
    }
    return authority.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Whether a normalized name is an IPv4 or IPv6 address. */
  public static boolean isAddress(String host) {
    return host.indexOf(':') >= 0
        || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }
}
