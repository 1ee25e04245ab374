package io.tagginggateway.app.config;

/** How much a request must prove. */
public enum AuthMode {
  /** Nothing: an access key id only tells the account. */
  LENIENT,
  /** Everything: only signed requests of declared access keys get in. */
  STRICT
}
