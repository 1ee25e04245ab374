package io.tagginggateway.app.state;

import io.tagginggateway.core.auth.NonceMemory;
import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.store.MemoryFaultStore;
import io.tagginggateway.core.store.StoreBound;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

  private final NonceMemory nonces = new NonceMemory();
  private final MemoryFaultStore faults = new MemoryFaultStore();
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

  @Override
  public CompletableFuture<StateDifferences> differences(int max) {
    GatewayState before;
    GatewayState now;
    synchronized (this) {
      before = start;
      now = current;
    }
    return CompletableFuture.completedFuture(
        MemoryDifferences.of(before.store(), now.store(), max));
  }

  /** Bounds what callers can store, in this state and in those that take its place. */
  public synchronized void bound(StoreBound limit) {
    bound = limit;
    current.store().bound(limit);
  }

  @Override
  public Nonces nonces() {
    return nonces;
  }

  @Override
  public MemoryFaultStore faults() {
    return faults;
  }

  /** Whoever is in this process has the journal itself. */
  @Override
  public Optional<SharedLog> log() {
    return Optional.empty();
  }

  @Override
  public Draft draft() {
    return new MemoryDraft(this);
  }

  /** Up, with a note while it is full. */
  @Override
  public synchronized CompletableFuture<Health> health() {
    long held = current.store().bytes();
    boolean full = bound.refused() > 0 && held >= bound.bytes() - bound.bytes() / NEARLY;
    String note =
        held + " of " + bound.bytes() + " bytes are stored (limits.stored): what adds is refused";
    return CompletableFuture.completedFuture(full ? new Health(true, note) : Health.GOOD);
  }

  @Override
  public synchronized List<Gauge> gauges() {
    StoreBound limit = bound;
    return List.of(
        new Gauge(
            "stored_bytes", "Bytes that are stored, as estimated.", () -> current.store().bytes()),
        new Gauge("stored_limit_bytes", "Bytes that callers may fill with tags.", limit::bytes),
        new Gauge(
            "stored_refusals",
            "Changes refused since the start because the store is full.",
            limit::refused));
  }

  @Override
  public CompletableFuture<Void> close() {
    return CompletableFuture.completedFuture(null);
  }

  /** Puts another state in place of this one, whole. */
  public synchronized CompletableFuture<Void> replace(GatewayState next) {
    next.store().bound(bound);
    current = next;
    return CompletableFuture.completedFuture(null);
  }

  /** Adds to the state; what is in both is as {@code more} says. */
  public synchronized CompletableFuture<Void> add(GatewayState more) {
    current = current.with(more);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> reset() {
    return faults.clear().thenCompose(cleared -> replace(start.copy()));
  }

  /** Puts fixtures, read anew, in place; from now on a reset goes back to them. */
  public synchronized CompletableFuture<Void> restart(GatewayState fixtures) {
    start = fixtures.copy();
    return replace(fixtures);
  }
}
