package io.tagginggateway.app.state;

import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.store.StoreBound;
import org.jspecify.annotations.Nullable;

/**
 * The state of the moment. Any thread may read or replace it; requests under way finish on the one
 * they began with.
 */
public final class StateHolder implements Stores {
  /** A store that refused something is full while less than a tenth of it is free. */
  private static final int NEARLY = 10;

  private volatile GatewayState current;

  /** What a reset goes back to; nobody changes it. */
  private GatewayState start;

  private StoreBound bound = StoreBound.NONE;

  /** Holds {@code initial}, as it is now, until it is replaced. */
  public StateHolder(GatewayState initial) {
    start = initial.copy();
    current = initial;
  }

  @Override
  public GatewayState current() {
    return current;
  }

  /** Bounds what callers can store, in this state and in those that take its place. */
  public synchronized void bound(StoreBound limit) {
    bound = limit;
    current.store().bound(limit);
  }

  /** What is wrong with how much is stored, in one line, or null if nothing is. */
  public synchronized @Nullable String storedProblem() {
    long held = current.store().bytes();
    return bound.refused() == 0 || held < bound.bytes() - bound.bytes() / NEARLY
        ? null
        : held + " of " + bound.bytes() + " bytes are stored (limits.stored): what adds is refused";
  }

  /** Puts another state in its place. */
  public synchronized void replace(GatewayState next) {
    next.store().bound(bound);
    current = next;
  }

  /** Adds to the state: see {@link GatewayState#with}. */
  public synchronized void add(GatewayState more) {
    current = current.with(more);
  }

  /** Goes back to the fixtures of the start. */
  public synchronized void reset() {
    replace(start.copy());
  }

  /** Puts the fixtures, read anew, in its place; from now on a reset goes back to them. */
  public synchronized void restart(GatewayState fixtures) {
    start = fixtures.copy();
    replace(fixtures);
  }
}
