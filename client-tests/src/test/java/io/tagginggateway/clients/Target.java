package io.tagginggateway.clients;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * Where a client is pointed.
 *
 * @param port of the plain listener, which is also the proxy
 * @param tlsPort of the listener with TLS
 */
record Target(Route route, int port, int tlsPort) {
  /** The ways in. */
  enum Route {
    DIRECT,
    TLS,
    PROXY,
    CONNECT;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean proxied() {
    return route == Route.PROXY || route == Route.CONNECT;
  }

  String scheme() {
    return route == Route.DIRECT || route == Route.PROXY ? "http" : "https";
  }

  /** The endpoint of a product whose own host is given. */
  String endpoint(String host) {
    return switch (route) {
      case DIRECT -> "127.0.0.1:" + port;
      case TLS -> host + ":" + tlsPort;
      case PROXY, CONNECT -> host;
    };
  }

  InetSocketAddress proxy() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  String proxyUrl() {
    return "http://127.0.0.1:" + port;
  }
}
