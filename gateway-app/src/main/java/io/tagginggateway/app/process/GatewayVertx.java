package io.tagginggateway.app.process;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Makes Vert.x the way the gateway needs it, and waits for it. */
public final class GatewayVertx {
  private GatewayVertx() {}

  /** Vert.x on the native transport where there is one, with no files of its own. */
  public static Vertx create() {
    return Vertx.vertx(
        new VertxOptions()
            .setPreferNativeTransport(true)
            .setEventLoopPoolSize(eventLoops())
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  /** Waits for a future; not for an event loop. */
  public static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  static int eventLoops() {
    return Runtime.getRuntime().availableProcessors();
  }
}
