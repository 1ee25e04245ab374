package io.tagginggateway.core.error;

/**
 * One entry of an error table.
 *
 * @param code the code as clients see it, such as {@code MissingParameter.ResourceType}
 * @param status the HTTP status, 4xx or 5xx
 * @param message the text, without what differs per request
 */
public record ApiError(String code, int status, String message) {

  /** The same error with another text, for the few messages that quote something of the request. */
  public ApiError withMessage(String text) {
    return new ApiError(code, status, text);
  }
}
