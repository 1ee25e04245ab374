package io.tagginggateway.app.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.app.testing.Warnings;
import io.tagginggateway.core.auth.AccessKeys;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.net.http.HttpResponse;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A defect of ours, wherever it is on the way of a request. */
@Timeout(60)
final class InternalErrorTest {
  private static final String MESSAGE =
      "The request processing has failed due to some unknown error, exception or failure.";

  private static RuntimeException defect() {
    return new IllegalStateException("a secret of the implementation");
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        defect(
            "authenticator",
            parts ->
                parts.authenticator =
                    authenticator(
                        () -> {
                          throw defect();
                        })),
        defect(
            "authenticator's stage",
            parts ->
                parts.authenticator =
                    authenticator(() -> CompletableFuture.failedFuture(defect()))),
        defect("rule", parts -> parts.product = InternalErrorTest::withBrokenTypes),
        defect(
            "store",
            parts ->
                parts.state =
                    new StubState(
                        () -> {
                          throw defect();
                        })),
        defect(
            "store's stage",
            parts -> parts.state = new StubState(() -> CompletableFuture.failedFuture(defect()))),
        defect(
            "store's stage on a thread of its own",
            parts ->
                parts.state =
                    new StubState(
                        () ->
                            CompletableFuture.supplyAsync(
                                () -> {
                                  throw defect();
                                }))),
        defect(
            "envelope",
            parts ->
                parts.state =
                    new StubState(
                        () -> CompletableFuture.completedFuture(new Page(poisoned(), null)))),
        defect(
            "observer",
            parts ->
                parts.observer =
                    (exchange, sent, now) -> {
                      throw defect();
                    }));
  }

  private static Arguments defect(String name, Consumer<BrokenGateway.Parts> fault) {
    return arguments(named(name, fault));
  }

  private static Authenticator authenticator(Supplier<CompletionStage<Caller>> caller) {
    return new Authenticator() {
      @Override
      public CompletionStage<Caller> authenticate(RpcRequest request, AccessKeys keys) {
        return caller.get();
      }

      @Override
      public boolean strict() {
        return false;
      }
    };
  }

  /** Rows of which the last cannot be written: by then the envelope is begun. */
  private static List<TaggedResource> poisoned() {
    TaggedResource row = new TaggedResource("written", List.of(new Tag("k", "v")));
    return new AbstractList<>() {
      private final AtomicInteger reads = new AtomicInteger();

      @Override
      public TaggedResource get(int index) {
        // They are counted once before they are written.
        if (index == 2_999 && reads.incrementAndGet() == 2) {
          throw defect();
        }
        return row;
      }

      @Override
      public int size() {
        return 3_000;
      }
    };
  }

  /** The product with types that cannot be looked up. */
  private static ProductEntry withBrokenTypes(ProductEntry entry) {
    Product sound = entry.product();
    if (sound.tagFamilies().isEmpty()) {
      return entry;
    }
    TagFamily family = sound.tagFamilies().get(0);
    List<String> names =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw defect();
          }

          @Override
          public int size() {
            return 1;
          }
        };
    TagFamily broken =
        new TagFamily(
            family.names(),
            family.requests(),
            new ResourceTypes(names, true, false, Map.of(), null),
            family.parameterNames(),
            family.encodings(),
            family.limits(),
            family.texts(),
            family.paging(),
            family.envelope(),
            family.errors());
    return ProductEntry.of(
        new Product(
            sound.head(),
            sound.defaultFormat(),
            sound.methods(),
            sound.region(),
            List.of(broken),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isAnsweredInTheDialectTellsNothingOfItselfAndIsLoggedOnce(
      Consumer<BrokenGateway.Parts> defect) {
    BrokenGateway.Parts parts = new BrokenGateway.Parts();
    defect.accept(parts);
    try (Warnings warnings = Warnings.collect();
        BrokenGateway gateway = new BrokenGateway(parts)) {
      HttpResponse<String> response = gateway.ask("ListTagResources", "").join();
      String id = response.headers().firstValue("x-acs-request-id").orElseThrow();
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.headers().firstValue("content-type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
      assertThat(response.body())
          .isEqualTo(
              "{'RequestId':'%1$s','Message':'%2$s','Recommend':'https://api.aliyun.com/troubleshoot?q=InternalError&product=VpcIpam&requestId=%1$s','HostId':'127.0.0.1','Code':'InternalError'}"
                  .formatted(id, MESSAGE)
                  .replace('\'', '"'));
      assertThat(warnings.found())
          .singleElement()
          .asString()
          .contains("Request " + id + " failed", "with a stack trace");
    }
  }

  @Test
  void theNextRequestOfTheConnectionIsAnsweredAsIfNothingHadBeen() {
    BrokenGateway.Parts parts = new BrokenGateway.Parts();
    AtomicInteger asked = new AtomicInteger();
    parts.observer =
        (exchange, sent, now) -> {
          if (asked.incrementAndGet() == 1) {
            throw defect();
          }
        };
    try (Warnings warnings = Warnings.collect();
        BrokenGateway gateway = new BrokenGateway(parts)) {
      assertThat(gateway.ask("ListTagResources", "").join().statusCode()).isEqualTo(500);
      assertThat(gateway.ask("ListTagResources", "").join().statusCode()).isEqualTo(200);
      assertThat(warnings.found()).hasSize(1);
    }
  }
}
