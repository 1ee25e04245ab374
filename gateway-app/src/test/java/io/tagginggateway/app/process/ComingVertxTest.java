package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ComingVertxTest {

  @Test
  void givesTheSameEachTimeAndTellsWhatNobodyElseHandles() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    ComingVertx coming = ComingVertx.begin(told::complete, true);
    Vertx vertx = coming.get();
    try {
      assertThat(coming.get()).isSameAs(vertx);
      IllegalStateException problem = new IllegalStateException("of a test");
      vertx.runOnContext(
          now -> {
            throw problem;
          });
      assertThat(told.get(30, TimeUnit.SECONDS)).isSameAs(problem);
    } finally {
      GatewayVertx.join(vertx.close());
    }
  }

  @Test
  void endsWhenItIsAbandoned() throws Exception {
    ComingVertx coming = ComingVertx.begin(problem -> {}, false);
    CompletableFuture<Void> closed = new CompletableFuture<>();
    ((VertxInternal) coming.get())
        .addCloseHook(
            done -> {
              closed.complete(null);
              done.succeed();
            });
    coming.abandon();
    closed.get(30, TimeUnit.SECONDS);
  }
}
