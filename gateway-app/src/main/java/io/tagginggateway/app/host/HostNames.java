package io.tagginggateway.app.host;

import io.netty.util.NetUtil;
import java.util.Locale;

/** Host names as they are compared and written. */
public final class HostNames {
  private static final String CLOUD = ".aliyuncs.com";

  private HostNames() {}

  /** The name in an authority: lower-case, without user, port, brackets and trailing dot. */
  public static String normalize(String authority) {
    int start = authority.indexOf('@') < 0 ? 0 : authority.lastIndexOf('@') + 1;
    int end = authority.length();
    if (start < end && authority.charAt(start) == '[') {
      int bracket = authority.indexOf(']', start);
      return authority
          .substring(bracket < 0 ? start : start + 1, bracket < 0 ? end : bracket)
          .toLowerCase(Locale.ROOT);
    }
    int port = authority.indexOf(':', start);
    if (port >= 0 && authority.indexOf(':', port + 1) < 0) {
      end = port;
    }
    if (end > start && authority.charAt(end - 1) == '.') {
      end--;
    }
    return authority.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** A normalized name as it stands in front of a port: IPv6 addresses are in brackets. */
  public static String inUrl(String host) {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /** Whether a normalized name is an IPv4 or IPv6 address. */
  public static boolean isAddress(String host) {
    return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
  }

  /** Whether a normalized name is a host of the cloud, whatever product it belongs to. */
  public static boolean isCloud(String host) {
    return host.endsWith(CLOUD) && host.length() > CLOUD.length();
  }

  /**
   * Whether a normalized name is one word, as compose files and pods call a gateway, or nothing.
   */
  public static boolean isWord(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) {
        return false;
      }
    }
    return true;
  }
}
