package io.tagginggateway.core.error;

/** A request that is answered with an error of the product's or the gateway's table. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;
  private final String rule;

  /** Carries {@code error}; without a stack trace, since it is an answer and not a defect. */
  public ApiException(ApiError error) {
    this(error, "");
  }

  /**
   * The same, with the rule of the product that was broken.
   *
   * @param rule as product files name it, such as {@code no-resource-type}; several rules may have
   *     one error
   */
  public ApiException(ApiError error, String rule) {
    super(error.code(), null, false, false);
    this.error = error;
    this.rule = rule;
  }

  /** The rule of the product that was broken, or an empty text if the error says it all. */
  public String rule() {
    return rule;
  }

  /** What to answer. */
  public ApiError error() {
    return error;
  }
}
