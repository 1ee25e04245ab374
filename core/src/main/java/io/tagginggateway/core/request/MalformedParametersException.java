package io.tagginggateway.core.request;

/** Percent-encoding or UTF-8 that cannot be decoded. */
public final class MalformedParametersException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedParametersException() {
    super("malformed percent-encoding or UTF-8", null, false, false);
  }
}
