package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IsolationTest {
  private static final int TESTS = 8;

  @RegisterExtension
  static final TaggingGateway gateway =
      TaggingGateway.with("fixtures/groups.yaml").isolated().shared();

  @Test
  void parallelTestsNeverMeet() throws Exception {
    CyclicBarrier together = new CyclicBarrier(TESTS);
    ExecutorService tests = Executors.newFixedThreadPool(TESTS);
    try {
      List<Future<Credentials>> runs =
          IntStream.range(0, TESTS)
              .mapToObj(i -> tests.submit(() -> test(together, "value-" + i)))
              .toList();
      for (int i = 0; i < TESTS; i++) {
        Credentials mine = runs.get(i).get(60, TimeUnit.SECONDS);
        assertThat(gateway.state().of(mine).tags("CloudAPI", "apiGroup", "group-2"))
            .isEqualTo(Map.of("env", "value-" + i));
        assertThat(gateway.requests().of(mine)).hasSize(3);
        assertThat(gateway.requests().of(mine).code("Throttling.User")).hasSize(1);
      }
    } finally {
      tests.shutdownNow();
    }
  }

  private static Credentials test(CyclicBarrier together, String value) throws Exception {
    Credentials mine = gateway.accessKey();
    Client client = new Client(gateway.url("CloudAPI"), mine);
    gateway.fail("CloudAPI", "Throttling.User").of(mine);
    together.await(60, TimeUnit.SECONDS);
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-2", value).statusCode())
        .isEqualTo(400);
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-2", value).statusCode())
        .isEqualTo(200);
    assertThat(client.list(Client.CLOUD_API, "apiGroup").body()).contains(value, "group-3");
    return mine;
  }

  @Test
  void signedCallersAreIsolatedToo() {
    try (TaggingGateway strict =
        TaggingGateway.with("fixtures/groups.yaml").strict().isolated().start()) {
      Credentials mine = strict.accessKey();
      Credentials yours = strict.accessKey();
      Client client = new Client(strict.url("CloudAPI"), mine);
      assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-1", "mine").statusCode())
          .isEqualTo(200);
      assertThat(client.list(Client.CLOUD_API, "apiGroup").body()).contains("mine", "group-3");
      assertThat(strict.state().of(yours).tags("CloudAPI", "apiGroup", "group-1"))
          .containsEntry("env", "test");
      Credentials guessed = new Credentials(mine.accessKeyId(), "guess", mine.account());
      assertThat(
              new Client(strict.url("CloudAPI"), guessed).list(Client.CLOUD_API, "apiGroup").body())
          .contains("SignatureDoesNotMatch");
    }
  }

  @RepeatedTest(2)
  void aTestArrangesItsOwnAccount() {
    Credentials mine = gateway.accessKey();
    assertThat(gateway.state().of(mine).resources("CloudAPI", "apiGroup")).hasSize(3);
    gateway.state().of(mine).put("CloudAPI", "apiGroup", "group-4", Map.of("env", "mine"));
    assertThat(new Client(gateway.url("CloudAPI"), mine).list(Client.CLOUD_API, "apiGroup").body())
        .contains("group-4");
    assertThat(mine.toString()).contains(mine.accessKeyId()).doesNotContain("secret");
  }
}
