package io.tagginggateway.app.http;

import io.tagginggateway.app.tls.TlsKeys;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;

/** How every listener of the gateway is set up. */
final class Listening {
  static final int IDLE_SECONDS = 75;

  /** 50 ids and 20 tags of Chinese values, escaped, need about 60 KiB. */
  private static final int MAX_LINE = 128 * 1024;

  private static final int MAX_HEADERS = 64 * 1024;

  private Listening() {}

  /** Without HTTP/2: see the decision record on certificates. */
  static HttpServerOptions plain(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setMaxInitialLineLength(MAX_LINE)
        .setMaxHeaderSize(MAX_HEADERS)
        .setIdleTimeout(IDLE_SECONDS)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false)
        .setTcpNoDelay(true)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  /** TLS 1.2 and 1.3. Handshakes, and certificates made for them, stay off the event loop. */
  static HttpServerOptions tls(String host, int port, TlsKeys keys) {
    return plain(host, port)
        .setSsl(true)
        .setUseAlpn(false)
        .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true))
        .setKeyCertOptions(KeyCertOptions.wrap(keys.get()));
  }
}
