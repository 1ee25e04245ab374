package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.Stores;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an orchestrator hears of a store that is well, ill, or silent. */
@Timeout(60)
final class HealthEndpointTest {
  private final CompletableFuture<Stores.Health> health = new CompletableFuture<>();

  private final AtomicInteger timers = new AtomicInteger();

  private HttpResponse<String> ready() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      new HealthEndpoint(new Readiness(List.of(), new OnlyHealth(health)))
          .mount(counting(vertx), router);
      HttpServer server =
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(0, "127.0.0.1")
              .await(20, TimeUnit.SECONDS);
      URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/health/ready");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }

  /** The same, which counts the timers that are set. */
  private Vertx counting(Vertx vertx) {
    return (Vertx)
        Proxy.newProxyInstance(
            Vertx.class.getClassLoader(),
            new Class<?>[] {Vertx.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setTimer")) {
                timers.incrementAndGet();
              }
              return method.invoke(vertx, arguments);
            });
  }

  @Test
  void aProbeThatWasAnsweredLeavesNoTimerBehind() throws Exception {
    health.complete(Stores.Health.GOOD);
    assertThat(ready().statusCode()).isEqualTo(200);
    assertThat(timers).hasValue(0);
  }

  @Test
  void aStoreThatIsWellIsReady() throws Exception {
    health.complete(Stores.Health.GOOD);
    assertThat(ready().statusCode()).isEqualTo(200);
  }

  @Test
  void aStoreThatIsIllIsNotReadyAndSaysWhy() throws Exception {
    health.complete(new Stores.Health(false, "the database refuses"));
    HttpResponse<String> answer = ready();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"unavailable\":\"the database refuses\"");
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotReadyAndSaysWhy() throws Exception {
    HttpResponse<String> answer = ready();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("the store does not answer within");
  }

  @Test
  void aStoreThatFailsIsNotReady() throws Exception {
    health.completeExceptionally(new IllegalStateException());
    assertThat(ready().statusCode()).isEqualTo(503);
  }

  private record OnlyHealth(CompletionStage<Stores.Health> health) implements Stores {
    @Override
    public State current() {
      throw new AssertionError();
    }

    @Override
    public Nonces nonces() {
      throw new AssertionError();
    }

    @Override
    public FaultStore faults() {
      throw new AssertionError();
    }

    @Override
    public Optional<SharedLog> log() {
      return Optional.empty();
    }

    @Override
    public Draft draft() {
      throw new AssertionError();
    }

    @Override
    public CompletionStage<StateDifferences> differences(int max) {
      throw new AssertionError();
    }

    @Override
    public CompletionStage<Void> reset() {
      throw new AssertionError();
    }

    @Override
    public List<Gauge> gauges() {
      return List.of();
    }

    @Override
    public CompletionStage<Void> close() {
      return CompletableFuture.completedFuture(null);
    }
  }
}
