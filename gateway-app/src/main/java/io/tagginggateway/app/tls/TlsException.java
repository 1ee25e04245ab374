package io.tagginggateway.app.tls;

/** Keys or certificates that cannot be used. The message is one line for the user. */
public final class TlsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TlsException(String message) {
    super(message);
  }

  TlsException(String message, Throwable cause) {
    super(message, cause);
  }
}
