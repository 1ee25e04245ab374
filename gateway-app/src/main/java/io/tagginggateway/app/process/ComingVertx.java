package io.tagginggateway.app.process;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Vert.x that a thread makes while its user reads configuration and fixtures: making it is a
 * third of a start, and needs neither. Thread-safe.
 */
public final class ComingVertx implements Supplier<Vertx> {
  private final CompletableFuture<Vertx> made = new CompletableFuture<>();

  private ComingVertx() {}

  /**
   * Begins to make one. Logging must be set up before.
   *
   * @param onFailure is given what nobody else handles, see {@link Vertx#exceptionHandler}
   * @param readAhead whether its thread goes on to load the classes that are needed next
   */
  public static ComingVertx begin(Consumer<Throwable> onFailure, boolean readAhead) {
    ComingVertx coming = new ComingVertx();
    Thread maker = new Thread(() -> coming.make(onFailure, readAhead), "vertx");
    maker.setDaemon(true);
    maker.start();
    return coming;
  }

  private void make(Consumer<Throwable> onFailure, boolean readAhead) {
    try {
      made.complete(GatewayVertx.create().exceptionHandler(onFailure::accept));
    } catch (Throwable e) {
      made.completeExceptionally(e);
      return;
    }
    if (readAhead) {
      ReadAhead.load();
    }
  }

  /** Waits until it is made; throws what kept it from being made. */
  @Override
  public Vertx get() {
    try {
      return made.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Ends it as soon as it is made, for who did not come to use it. Does not wait. */
  public void abandon() {
    CompletableFuture<Void> unused = made.thenAccept(Vertx::close);
  }
}
