package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;

/** Says why a listener could not be opened. */
final class ListenFailure {
  private ListenFailure() {}

  /** The native transport has its own exceptions, so that only the text tells what happened. */
  static StartException of(GatewayConfig.Http http, Throwable cause) {
    String address = http.host() + ":" + http.port();
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (reason.contains("already in use")) {
      return new StartException("http.port: " + address + " is taken by another process");
    }
    return new StartException("http.host: cannot listen on " + address + ": " + reason);
  }
}
