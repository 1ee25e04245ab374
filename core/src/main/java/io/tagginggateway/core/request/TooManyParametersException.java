package io.tagginggateway.core.request;

/** More parameters than one request may bring. */
public final class TooManyParametersException extends Exception {
  private static final long serialVersionUID = 1L;

  TooManyParametersException() {
    super("more than " + Parameters.MAX + " parameters", null, false, false);
  }
}
