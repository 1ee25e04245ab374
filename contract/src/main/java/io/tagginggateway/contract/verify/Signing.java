package io.tagginggateway.contract.verify;

/** How a request proves who sent it. */
enum Signing {
  /** Version 1.0, in the parameters. */
  V1,
  /** Version 1.0, with empty values left out of the string to sign. */
  V1_WITHOUT_EMPTY,
  /** ACS3-HMAC-SHA256, in the headers; action and version are headers too. */
  ACS3,
  /** ACS3-HMAC-SHA256, with the parts of Authorization in another order and fewer headers. */
  ACS3_OTHER_ORDER;

  boolean inHeaders() {
    return this == ACS3 || this == ACS3_OTHER_ORDER;
  }
}
