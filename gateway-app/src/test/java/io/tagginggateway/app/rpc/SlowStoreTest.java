package io.tagginggateway.app.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.Warnings;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is far away: answers come late, from threads of its own, or never. */
@Timeout(60)
final class SlowStoreTest {
  private static final Page PAGE =
      new Page(List.of(new TaggedResource("r", List.of(new Tag("k", "v")))), null);

  private final BlockingQueue<CompletableFuture<Page>> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> recorders = new LinkedBlockingQueue<>();
  private final BrokenGateway.Parts parts = new BrokenGateway.Parts();

  private volatile boolean quick;

  SlowStoreTest() {
    parts.state =
        new StubState(
            () -> {
              CompletableFuture<Page> page = new CompletableFuture<>();
              if (quick) {
                page.complete(PAGE);
              }
              asked.add(page);
              return page;
            });
    parts.observer = (exchange, sent, now) -> recorders.add(Thread.currentThread().getName());
  }

  private CompletableFuture<Page> next() throws InterruptedException {
    CompletableFuture<Page> page = asked.poll(20, TimeUnit.SECONDS);
    assertThat(page).isNotNull();
    return page;
  }

  @Test
  void anAnswerFromAnotherThreadIsSentOnTheConnectionsEventLoop() throws Exception {
    try (BrokenGateway gateway = new BrokenGateway(parts)) {
      CompletableFuture<HttpResponse<String>> response = gateway.ask("ListTagResources", "");
      CompletableFuture<Page> page = next();
      assertThat(response).isNotDone();
      Thread far = new Thread(() -> page.complete(PAGE), "far");
      far.start();
      assertThat(response.join().body()).contains("\"TagKey\":\"k\"");
      assertThat(recorders.take()).startsWith("vert.x-eventloop");
      far.join();
    }
  }

  @Test
  void othersAreAnsweredMeanwhile() throws Exception {
    try (BrokenGateway gateway = new BrokenGateway(parts)) {
      CompletableFuture<HttpResponse<String>> first = gateway.ask("ListTagResources", "");
      CompletableFuture<Page> firstPage = next();
      CompletableFuture<HttpResponse<String>> second = gateway.ask("ListTagResources", "");
      next().complete(PAGE);
      assertThat(second.join().statusCode()).isEqualTo(200);
      assertThat(first).isNotDone();
      firstPage.complete(PAGE);
      assertThat(first.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aStoreThatNeverAnswersIsServiceUnavailableAndTooLateIsTooLate() throws Exception {
    parts.storeTimeout = Duration.ofMillis(50);
    try (Warnings warnings = Warnings.collect();
        BrokenGateway gateway = new BrokenGateway(parts)) {
      HttpResponse<String> response = gateway.ask("ListTagResources", "").join();
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("\"Code\":\"ServiceUnavailable\"");
      String id = response.headers().firstValue("x-acs-request-id").orElseThrow();
      assertThat(warnings.found()).singleElement().asString().contains(id);
      next().complete(PAGE);
      quick = true;
      assertThat(gateway.ask("ListTagResources", "").join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aStoreThatCannotBeAskedIsServiceUnavailableWithoutAStackTrace() throws Exception {
    try (Warnings warnings = Warnings.collect();
        BrokenGateway gateway = new BrokenGateway(parts)) {
      CompletableFuture<HttpResponse<String>> response = gateway.ask("ListTagResources", "");
      next().completeExceptionally(new StoreUnavailableException("no connection to the database"));
      assertThat(response.join().statusCode()).isEqualTo(503);
      assertThat(response.join().body())
          .contains("\"Code\":\"ServiceUnavailable\"")
          .doesNotContain("database");
      assertThat(warnings.found())
          .singleElement()
          .asString()
          .contains("no connection to the database")
          .doesNotContain("with a stack trace");
    }
  }

  @Test
  void soManyWaitAndNoMore() throws Exception {
    parts.queue = 1;
    try (BrokenGateway gateway = new BrokenGateway(parts)) {
      CompletableFuture<HttpResponse<String>> first = gateway.ask("ListTagResources", "");
      CompletableFuture<Page> page = next();
      HttpResponse<String> second = gateway.ask("ListTagResources", "").join();
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.body()).contains("as many requests waiting as it may");
      page.complete(PAGE);
      assertThat(first.join().statusCode()).isEqualTo(200);
      CompletableFuture<HttpResponse<String>> third = gateway.ask("ListTagResources", "");
      next().complete(PAGE);
      assertThat(third.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void faultsStrikeAroundASlowStoreToo() throws Exception {
    try (BrokenGateway gateway = new BrokenGateway(parts)) {
      gateway.fault("{'fault':{'type':'error','code':'Throttling.User'},'phase':'after'}");
      CompletableFuture<HttpResponse<String>> spoiled = gateway.ask("ListTagResources", "");
      next().complete(PAGE);
      assertThat(spoiled.join().body()).contains("Throttling.User");
      gateway.fault("{'fault':{'type':'delay','millis':1}}");
      CompletableFuture<HttpResponse<String>> late = gateway.ask("ListTagResources", "");
      next().complete(PAGE);
      assertThat(late.join().body()).contains("\"TagKey\":\"k\"");
    }
  }
}
