package io.tagginggateway.app.state;

import io.tagginggateway.core.state.Stores;

/**
 * The state of the moment. Any thread may read or replace it; requests under way finish on the one
 * they began with.
 */
public final class StateHolder implements Stores {
  private volatile GatewayState current;

  /** What a reset goes back to; nobody changes it. */
  private GatewayState start;

  /** Holds {@code initial}, as it is now, until it is replaced. */
  public StateHolder(GatewayState initial) {
    start = initial.copy();
    current = initial;
  }

  @Override
  public GatewayState current() {
    return current;
  }

  /** Puts another state in its place. */
  public synchronized void replace(GatewayState next) {
    current = next;
  }

  /** Adds to the state: see {@link GatewayState#with}. */
  public synchronized void add(GatewayState more) {
    current = current.with(more);
  }

  /** Goes back to the fixtures of the start. */
  public synchronized void reset() {
    current = start.copy();
  }

  /** Puts the fixtures, read anew, in its place; from now on a reset goes back to them. */
  public synchronized void restart(GatewayState fixtures) {
    start = fixtures.copy();
    current = fixtures;
  }
}
