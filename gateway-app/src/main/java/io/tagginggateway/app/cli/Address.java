package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.GatewayConfig;

/** Where a client on this machine reaches the listeners of a configuration. */
final class Address {
  private Address() {}

  /** The host, without a port; who listens everywhere is reached over loopback. */
  static String host(GatewayConfig config) {
    String host = config.http().host();
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "::1";
      default -> host;
    };
  }

  /** Host and port of the plain listener. */
  static String http(GatewayConfig config) {
    return at(config, "http.port", config.http().port());
  }

  /** Host and port of the listener with TLS, whether or not it is enabled. */
  static String https(GatewayConfig config) {
    return at(config, "https.port", config.https().port());
  }

  private static String at(GatewayConfig config, String key, int port) {
    if (port == 0) {
      throw new ConfigException(
          key + ": is 0, so that only the gateway's ready line tells the port");
    }
    String host = host(config);
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
