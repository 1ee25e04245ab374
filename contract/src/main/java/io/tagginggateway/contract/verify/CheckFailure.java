package io.tagginggateway.contract.verify;

/** A check found something else than it expected. */
final class CheckFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String got;

  CheckFailure(String expected, String got) {
    super(expected, null, false, false);
    this.expected = expected;
    this.got = got;
  }

  String expected() {
    return expected;
  }

  String got() {
    return got;
  }
}
