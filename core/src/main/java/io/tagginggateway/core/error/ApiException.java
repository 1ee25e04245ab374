package io.tagginggateway.core.error;

/** A request that is answered with an error of the product's or the gateway's table. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  /** Carries {@code error}; without a stack trace, since it is an answer and not a defect. */
  public ApiException(ApiError error) {
    super(error.code(), null, false, false);
    this.error = error;
  }

  /** What to answer. */
  public ApiError error() {
    return error;
  }
}
