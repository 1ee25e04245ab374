package io.tagginggateway.app.process;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.app.http.GatewayServer;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that serves. Several may live in one JVM. It is started and stopped from any thread but
 * an event loop.
 */
public final class GatewayProcess implements AutoCloseable {
  /** How long a start that failed waits for what it has opened. Chosen. */
  private static final int ABANDON_SECONDS = 5;

  private final Vertx vertx;
  private final GatewayConfig config;
  private final GatewayServer server;
  private final GatewayAssembly parts;
  private final FileWatch watch;

  private GatewayProcess(
      Vertx vertx,
      GatewayConfig config,
      GatewayServer server,
      GatewayAssembly parts,
      FileWatch watch) {
    this.vertx = vertx;
    this.config = config;
    this.server = server;
    this.parts = parts;
    this.watch = watch;
  }

  /** Starts with the time of the system; all else as below. */
  public static GatewayProcess start(Vertx vertx, GatewayConfig config, Products products) {
    return start(vertx, config, products, Clock.systemUTC());
  }

  /** The same with a Vert.x that is still being made. */
  public static GatewayProcess start(ComingVertx vertx, GatewayConfig config, Products products) {
    return start(vertx, config, products, Clock.systemUTC());
  }

  /** The same with a Vert.x that is there, and the time of a clock. */
  public static GatewayProcess start(
      Vertx vertx, GatewayConfig config, Products products, Clock clock) {
    return start(() -> vertx, config, products, clock);
  }

  /**
   * Loads the fixtures and serves; returns when requests are answered.
   *
   * @param coming gives the same Vert.x each time, which becomes the gateway's, and ends with it or
   *     with a failed start; asked for when the fixtures are loaded
   * @param clock tells whether a signature is fresh and a certificate due
   * @throws StartException if the store cannot be used, a port is taken, the address is none of
   *     this machine, or the keys for TLS cannot be used
   * @throws FixtureException if a fixture cannot be loaded
   */
  private static GatewayProcess start(
      Supplier<Vertx> coming, GatewayConfig config, Products products, Clock clock) {
    Stores stores = null;
    try {
      FileWatch watch = new FileWatch(config, products);
      stores = OpenStores.of(config, products, clock, coming);
      // Waited for before anything touches Netty: two threads that initialise its classes can wait
      // for each other.
      Vertx vertx = coming.get();
      GatewayAssembly parts = new GatewayAssembly(config, products, stores, clock);
      GatewayServer server = GatewayVertx.join(parts.serve(vertx, GatewayVertx.eventLoops()));
      parts.readiness().serving(true);
      return new GatewayProcess(vertx, config, server, parts, watch);
    } catch (StartException | FixtureException e) {
      abandon(stores, coming.get());
      throw e;
    } catch (CompletionException e) {
      abandon(stores, coming.get());
      throw ListenFailure.of(config, e.getCause() == null ? e : e.getCause());
    }
  }

  private static void abandon(@Nullable Stores stores, Vertx vertx) {
    if (stores != null) {
      stores.close().toCompletableFuture().join();
    }
    // A pool whose waiter gave up in this very moment never says that it is closed (Vert.x 5.0).
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .completeOnTimeout(null, ABANDON_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** The port of the plain listener, also when it was to take a free one. */
  public int port() {
    return server.port();
  }

  /** Where the plain listener answers. */
  public String url() {
    return "http://" + HostNames.inUrl(config.http().host()) + ":" + port();
  }

  /** Where the TLS listener answers, or null if there is none. */
  public @Nullable String tlsUrl() {
    OptionalInt port = server.httpsPort();
    return port.isEmpty()
        ? null
        : "https://" + HostNames.inUrl(config.http().host()) + ":" + port.getAsInt();
  }

  /** What it holds, for a caller in this JVM; the admin API changes the same. */
  public Stores stores() {
    return parts.stores();
  }

  /** What it was asked. */
  public Journal journal() {
    return parts.journal();
  }

  /** What it does wrong on purpose. */
  public FaultRules faults() {
    return parts.faults();
  }

  /**
   * From now on loads fixtures anew when their files change, and the configuration when its does.
   *
   * @param configFile the configuration's file, or null if there is none
   * @param reader reads the whole configuration anew; called on a thread that may block
   */
  public void watch(@Nullable Path configFile, Callable<GatewayConfig> reader) {
    watch.start(configFile, reader, parts.stores(), parts.readiness());
  }

  /**
   * Turns readiness false; after the delay, or an interrupt, stops accepting, lets what is in
   * flight finish within the grace time, and ends.
   */
  @Override
  public void close() {
    parts.readiness().serving(false);
    awaitDelay(config.shutdown().delay());
    watch.close();
    // One after the other: a future of an event loop cannot tell that its own loop has ended.
    try {
      GatewayVertx.join(server.stop());
    } finally {
      parts.metrics().close();
      parts.requestLog().close();
      parts.journal().flush();
      parts.stores().close().toCompletableFuture().join();
      GatewayVertx.join(vertx.close());
    }
  }

  private void awaitDelay(Duration delay) {
    if (delay.isZero()) {
      return;
    }
    try {
      vertx
          .timer(delay.toMillis(), TimeUnit.MILLISECONDS)
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a timer fails only where Vert.x has ended", e.getCause());
    }
  }
}
