package io.tagginggateway.app.rpc;

import io.tagginggateway.core.error.ApiError;
import org.jspecify.annotations.Nullable;

/** How a request ended, as its client sees it. */
sealed interface Outcome {

  /** The HTTP status; 0 if nothing is sent. */
  int status();

  /** The error code in the answer's envelope, or null if there is none. */
  default @Nullable String code() {
    return null;
  }

  /** How many rows the answer lists. */
  default int rows() {
    return 0;
  }

  /**
   * The product did what was asked.
   *
   * @param rows how many rows it listed
   */
  record Done(int rows) implements Outcome {
    @Override
    public int status() {
      return 200;
    }
  }

  /**
   * An error was answered.
   *
   * @param error which
   * @param rule the rule of the product that was broken, or an empty text
   */
  record Failed(ApiError error, String rule) implements Outcome {
    Failed(ApiError error) {
      this(error, "");
    }

    @Override
    public int status() {
      return error.status();
    }

    @Override
    public String code() {
      return error.code();
    }
  }

  /**
   * Another gateway answered.
   *
   * @param status the status of its answer
   */
  record Forwarded(int status) implements Outcome {}

  /**
   * A fault took the place of the answer.
   *
   * @param status the status of what is sent; 0 if nothing is
   */
  record Replaced(int status) implements Outcome {}
}
