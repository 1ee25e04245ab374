package io.tagginggateway.core.state;

/** What the fixtures of a start do to a store that outlives it. */
public enum FixtureMode {
  /** They are loaded into a store that holds nothing yet. */
  IF_EMPTY,
  /** They take the place of all that is there. */
  REPLACE,
  /** They are added; what is in both is as they say. */
  MERGE,
  /** They are not loaded. */
  NEVER
}
