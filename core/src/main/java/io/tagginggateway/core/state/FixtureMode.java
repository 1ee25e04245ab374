package io.tagginggateway.core.state;

/** What happens to the fixtures at a start on a persistent store. */
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
