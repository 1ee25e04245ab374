package io.tagginggateway.core.state;

/** Everything that a gateway keeps between requests, in this process or shared by many. */
public interface Stores {

  /** The state as it is now; costs next to nothing, and never waits. */
  State current();
}
