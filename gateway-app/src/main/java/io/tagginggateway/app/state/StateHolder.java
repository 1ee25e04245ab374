package io.tagginggateway.app.state;

import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.store.StoreBound;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The state of the moment. Any thread may read or replace it; requests under way finish on the one
 * they began with.
 */
public final class StateHolder implements Stores<GatewayState> {
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

  @Override
  public synchronized CompletableFuture<Void> replace(GatewayState next) {
    next.store().bound(bound);
    current = next;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> add(GatewayState more) {
    current = current.with(more);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> reset() {
    return replace(start.copy());
  }

  @Override
  public synchronized CompletableFuture<Void> restart(GatewayState fixtures) {
    start = fixtures.copy();
    return replace(fixtures);
  }
}
