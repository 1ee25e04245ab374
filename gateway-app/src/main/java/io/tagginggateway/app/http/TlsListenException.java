package io.tagginggateway.app.http;

/** The TLS listener, and not the plain one, could not be opened. */
public final class TlsListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TlsListenException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
