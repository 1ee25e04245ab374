package io.tagginggateway.app.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands before all other handlers and decides what a client may ask of the gateway as its proxy:
 * the hosts of products and of the cloud, and nothing else. Every tunnel ends in the gateway
 * itself.
 */
final class ProxyGate implements Handler<HttpServerRequest> {
  private static final String OFF =
      "Tagging Gateway: this gateway is no proxy, since proxy.enabled is false";
  private static final String NO_OPEN_PROXY =
      "Tagging Gateway: CONNECT leads to port 443 of the hosts of its products and of *.aliyuncs.com, and nowhere"
          + " else";
  private static final String NO_CONTENT = "Tagging Gateway: CONNECT has no content";

  private final Predicate<String> answeredHost;
  private final @Nullable Tunnels tunnels;
  private final Handler<HttpServerRequest> inside;

  /**
   * A door.
   *
   * @param answeredHost whether a name, lower-case, is answered here
   * @param tunnels where CONNECT leads, or null if the gateway is no proxy
   * @param inside answers all requests that are let in
   */
  ProxyGate(
      Predicate<String> answeredHost,
      @Nullable Tunnels tunnels,
      Handler<HttpServerRequest> inside) {
    this.answeredHost = answeredHost;
    this.tunnels = tunnels;
    this.inside = inside;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.CONNECT)) {
      connect(request);
    } else if (tunnels == null && isForAnsweredHost(request)) {
      Refusal.send(request, 403, OFF);
    } else {
      inside.handle(request);
    }
  }

  private boolean isForAnsweredHost(HttpServerRequest request) {
    return RequestTarget.isAbsolute(request.uri())
        && answeredHost.test(RequestTarget.of(request).host());
  }

  private void connect(HttpServerRequest request) {
    String host = ConnectTarget.host(request.uri());
    if (tunnels == null) {
      Refusal.send(request, 403, OFF);
    } else if (host == null || !answeredHost.test(host)) {
      Refusal.send(request, 403, NO_OPEN_PROXY);
    } else if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      Refusal.send(request, 400, NO_CONTENT);
    } else {
      tunnels.open(request);
    }
  }
}
