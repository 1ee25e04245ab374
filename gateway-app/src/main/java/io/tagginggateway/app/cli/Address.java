package io.tagginggateway.app.cli;

import io.tagginggateway.app.host.HostNames;

/** Where a client on this machine reaches a listener. */
final class Address {
  private Address() {}

  /** The host, without a port; who listens everywhere is reached over loopback. */
  static String host(String listening) {
    return switch (listening) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "::1";
      default -> listening;
    };
  }

  /** Host and port. */
  static String of(String listening, int port) {
    return HostNames.inUrl(host(listening)) + ":" + port;
  }
}
