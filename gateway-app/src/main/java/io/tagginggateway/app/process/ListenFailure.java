package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.http.TlsListenException;
import io.tagginggateway.app.tls.TlsException;

/** Says why a listener could not be opened. */
final class ListenFailure {
  private ListenFailure() {}

  /** The native transport has its own exceptions, so that only the text tells what happened. */
  static StartException of(GatewayConfig config, Throwable cause) {
    if (cause instanceof TlsException) {
      return new StartException(String.valueOf(cause.getMessage()));
    }
    boolean tls = cause instanceof TlsListenException;
    String key = tls ? "https.port" : "http.port";
    int port = tls ? config.https().port() : config.http().port();
    String address = config.http().host() + ":" + port;
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (reason.contains("already in use")) {
      return new StartException(key + ": " + address + " is taken by another process");
    }
    return new StartException("http.host: cannot listen on " + address + ": " + reason);
  }
}
