package io.tagginggateway.app.client;

import io.tagginggateway.app.host.HostNames;

/** Where a client on this machine reaches a listener. */
public final class Address {
  private Address() {}

  /** The host, without a port; who listens everywhere is reached over loopback. */
  public static String host(String listening) {
    return switch (listening) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "::1";
      default -> listening;
    };
  }

  /** Host and port. */
  public static String of(String listening, int port) {
    return HostNames.inUrl(host(listening)) + ":" + port;
  }
}
