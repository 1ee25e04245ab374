package io.tagginggateway.core.error;

/**
 * One entry of an error table.
 *
 * @param code the code as clients see it, such as {@code MissingParameter.ResourceType}
 * @param status the HTTP status, 4xx or 5xx
 * @param message the text; {@code {value}} stands for what the request said
 */
public record ApiError(String code, int status, String message) {
  private static final String VALUE = "{value}";
  private static final int MAX_QUOTED = 256;

  /** The same error with what the request said in the place that its text has for it, if any. */
  public ApiError quoting(String value) {
    if (!message.contains(VALUE)) {
      return this;
    }
    String quoted =
        value.codePointCount(0, value.length()) <= MAX_QUOTED
            ? value
            : value.substring(0, value.offsetByCodePoints(0, MAX_QUOTED));
    return withMessage(message.replace(VALUE, quoted));
  }

  /** The same error with another text, for the few messages that quote something of the request. */
  public ApiError withMessage(String text) {
    return new ApiError(code, status, text);
  }
}
