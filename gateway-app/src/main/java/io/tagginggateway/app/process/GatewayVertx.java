package io.tagginggateway.app.process;

import io.tagginggateway.app.http.TrackingTransport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.transport.Transport;

/** Makes Vert.x the way the gateway needs it, and waits for it. */
public final class GatewayVertx {
  private GatewayVertx() {}

  /** Vert.x on the native transport where there is one, with no files of its own. */
  public static Vertx create() {
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(eventLoops())
            // All classes have one loader, and every event would set and reset it.
            .setDisableTCCL(true)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false));
    return VertxBootstrap.create()
        .options(options)
        .transport(new TrackingTransport(transport()))
        .init()
        .vertx();
  }

  private static io.vertx.core.spi.transport.Transport transport() {
    Transport natively = Transport.nativeTransport();
    return natively != null && natively.available()
        ? natively.implementation()
        : Transport.NIO.implementation();
  }

  /** Waits for a future; not for an event loop. */
  public static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /**
   * One more than processors: a gateway's clients often run beside it, and while one of them has
   * the processor of an event loop, the other loops have work for the rest.
   */
  static int eventLoops() {
    return Runtime.getRuntime().availableProcessors() + 1;
  }
}
