package io.tagginggateway.contract.verify;

/** The checks and rules that many others depend on. */
final class Bases {
  /** An unknown id is an empty list. */
  static final String NOBODY = "nothing-matches: an unknown id";

  /** A list comes in the format that was asked for. */
  static final String FORMAT = "format-choice: Format, of a list";

  /** An error comes in the format that was asked for. */
  static final String ERROR_FORMAT = "format-choice: Format, of an error";

  /** A row has its fields. */
  static final String ROWS = "rows have their fields";

  /** An error has its code. */
  static final String ERROR = "an error has code and message";

  static final String BY_ID = "list-by-id";
  static final String BY_KEY = "list-by-key";

  private Bases() {}
}
