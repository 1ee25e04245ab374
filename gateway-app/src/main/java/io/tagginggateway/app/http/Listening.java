package io.tagginggateway.app.http;

import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.tls.TlsKeys;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;

/** How every listener of the gateway is set up. */
final class Listening {
  /** Connections that wait for their accept in the system. Chosen: some tenths of a second. */
  private static final int BACKLOG = 512;

  private Listening() {}

  /** Without HTTP/2: see the decision record on certificates. */
  static HttpServerOptions plain(String host, int port, Limits limits) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setAcceptBacklog(BACKLOG)
        .setMaxInitialLineLength(limits.line())
        .setMaxHeaderSize(limits.header())
        .setStrictThreadMode(true)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false)
        .setTcpNoDelay(true)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  /** TLS 1.2 and 1.3. Handshakes, and certificates made for them, stay off the event loop. */
  static HttpServerOptions tls(String host, int port, Limits limits, TlsKeys keys) {
    return plain(host, port, limits)
        .setSsl(true)
        .setUseAlpn(false)
        .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true))
        .setKeyCertOptions(KeyCertOptions.wrap(keys.get()));
  }
}
