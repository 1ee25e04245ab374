package io.tagginggateway.contract;

/** How we know a rule. */
public enum Standing {
  /** An official page says so. */
  DOCUMENTED,
  /** A live endpoint or an official client does so. */
  SEEN,
  /** We found no source, and followed the product's own pattern. */
  CHOSEN
}
