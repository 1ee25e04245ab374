package io.tagginggateway.core.product;

/** How requests of a product name the operation. */
public enum Style {
  /** Path {@code /}; the action stands in query, form or header. */
  RPC,
  /** Each operation has a method and a path of its own. */
  ROA
}
