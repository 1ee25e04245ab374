package io.tagginggateway.app;

import static io.tagginggateway.app.SharedCaller.ipam;
import static io.tagginggateway.app.SharedCaller.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagginggateway.core.testing.store.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways, each the packaged jar in a process of its own, on one PostgreSQL. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SharedStoreIT {
  private static final String FIXTURE =
      """
      accounts:
        - id: "1234567890123456"
          accessKeys:
            - { id: shared-key, secret: shared-secret }
          resources:
            - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-1, tags: { of: fixture } }
      """;

  /** Six batches of an export. */
  private static final int MANY = 3_000;

  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static EmbeddedPostgres postgres;

  @TempDir private Path work;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<JarProcess> processes = new ArrayList<>();
  private Path fixtures;
  private SharedCaller first;
  private SharedCaller second;

  @BeforeAll
  static void startDatabase() throws Exception {
    postgres = PostgresServer.builder().start();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    postgres.close();
  }

  /** Both at once, as replicas start. */
  private void start(String... options) throws Exception {
    fixtures = Files.writeString(work.resolve("f.yaml"), FIXTURE);
    Map<String, String> environment =
        Map.of(
            "TAGGING_GATEWAY_STORE_TYPE", "postgresql",
            "TAGGING_GATEWAY_STORE_URL",
                "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres",
            "TAGGING_GATEWAY_STORE_SCHEMA", "it_" + SCHEMAS.incrementAndGet());
    for (int i = 0; i < 2; i++) {
      List<String> all = new ArrayList<>(List.of("--port=0", "--fixtures=" + fixtures));
      all.addAll(List.of(options));
      processes.add(JarProcess.start(environment, all.toArray(String[]::new)));
    }
    first = new SharedCaller(client, processes.get(0).port());
    second = new SharedCaller(client, processes.get(1).port());
  }

  @AfterEach
  void stop() throws Exception {
    for (JarProcess process : processes) {
      process.signal("TERM");
      assertThat(process.exitCode()).isZero();
    }
  }

  /** What the three resources have that these tests are about. */
  private static String all(SharedCaller gateway) throws Exception {
    return rows(
        gateway, "ResourceId.1", "ipam-1", "ResourceId.2", "ipam-2", "ResourceId.3", "ipam-3");
  }

  private static String rows(SharedCaller gateway, String... more) throws Exception {
    return gateway.ask(ipam("ListTagResources", more)).body();
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new JsonMapper().readTree(answer.body());
  }

  @Test
  void whatOneAcknowledgesTheOtherShowsAtOnce() throws Exception {
    start();
    assertThat(rows(first, "ResourceId.1", "ipam-1")).contains("\"fixture\"");
    for (int i = 0; i < 20; i++) {
      SharedCaller writer = i % 2 == 0 ? first : second;
      SharedCaller reader = i % 2 == 0 ? second : first;
      String value = "v" + i;
      Map<String, String> tag =
          ipam("TagResources", "ResourceId.1", "ipam-1", "Tag.1.Key", "k", "Tag.1.Value", value);
      assertThat(writer.ask(tag).statusCode()).isEqualTo(200);
      assertThat(rows(reader, "ResourceId.1", "ipam-1")).contains('"' + value + '"');
    }
    assertThat(first.admin("GET", "health/ready", "").statusCode()).isEqualTo(200);
    assertThat(second.admin("GET", "state", "").body()).contains("\"v19\"");
  }

  @Test
  void theWholeStateIsStreamedBatchByBatchByEither() throws Exception {
    start();
    StringBuilder more = new StringBuilder("{\"accounts\":[{\"id\":\"1234567890123456\",");
    more.append("\"resources\":[");
    for (int i = 0; i < MANY; i++) {
      more.append(i == 0 ? "" : ",")
          .append("{\"product\":\"VpcIpam\",\"region\":\"cn-hangzhou\",\"type\":\"IPAM\",")
          .append("\"id\":\"many-" + i + "\",\"tags\":{\"n\":\"" + i + "\"}}");
    }
    assertThat(first.admin("PATCH", "state", more.append("]}]}").toString()).statusCode())
        .isEqualTo(204);
    for (SharedCaller each : List.of(first, second)) {
      HttpResponse<String> answer = each.admin("GET", "state", "");
      assertThat(answer.headers().firstValue("transfer-encoding")).hasValue("chunked");
      List<String> ids = new ArrayList<>();
      json(answer)
          .path("accounts")
          .forEach(
              account -> account.path("resources").forEach(r -> ids.add(r.path("id").asText())));
      assertThat(ids).hasSize(MANY + 1).doesNotHaveDuplicates().contains("ipam-1", "many-2999");
    }
  }

  @Test
  void aFaultThatIsToStrikeThreeTimesStrikesThreeTimesOverBoth() throws Exception {
    start();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        String rule =
            "{\"fault\":{\"type\":\"error\",\"code\":\"Throttling.User\"},\"skip\":4,\"times\":3}";
        assertThat(first.admin("POST", "faults", rule).statusCode()).isEqualTo(201);
        Callable<Integer> half = () -> refusals(first, 20);
        Callable<Integer> otherHalf = () -> refusals(second, 20);
        int refused = 0;
        for (Future<Integer> each :
            threads.invokeAll(List.of(half, otherHalf, half, otherHalf, half, otherHalf))) {
          refused += each.get();
        }
        assertThat(refused).isEqualTo(3);
        JsonNode counted = json(second.admin("GET", "faults", "")).path("faults").path(0);
        assertThat(counted.path("spoiled").intValue()).isEqualTo(3);
        assertThat(counted.path("matched").intValue()).isEqualTo(7);
        assertThat(second.admin("DELETE", "faults", "").statusCode()).isEqualTo(204);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int refusals(SharedCaller gateway, int requests) throws Exception {
    int refused = 0;
    for (int i = 0; i < requests; i++) {
      refused += rows(gateway, "ResourceId.1", "ipam-1").contains("Throttling.User") ? 1 : 0;
    }
    return refused;
  }

  @Test
  void theNextRequestToTheOtherMeetsAFaultThatOneAcknowledged() throws Exception {
    start();
    for (int i = 0; i < 10; i++) {
      SharedCaller here = i % 2 == 0 ? first : second;
      SharedCaller there = i % 2 == 0 ? second : first;
      String rule = "{\"fault\":{\"type\":\"error\",\"code\":\"Throttling.Api\"},\"times\":0}";
      assertThat(here.admin("POST", "faults", rule).statusCode()).isEqualTo(201);
      assertThat(all(there)).contains("Throttling.Api");
      assertThat(there.admin("DELETE", "faults", "").statusCode()).isEqualTo(204);
      assertThat(all(here)).contains("\"fixture\"");
    }
  }

  @Test
  void aSignedRequestIsTakenOnceWhereverItIsSent() throws Exception {
    start("--auth=strict");
    Map<String, String> list = ipam("ListTagResources", "ResourceId.1", "ipam-1");
    for (int i = 0; i < 5; i++) {
      String form = signed(list, "shared-key", "shared-secret", "");
      assertThat(first.post(form).statusCode()).isEqualTo(200);
      assertThat(second.post(form).body()).contains("SignatureNonceUsed");
      assertThat(first.post(form).body()).contains("SignatureNonceUsed");
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      String form = signed(list, "shared-key", "shared-secret", "");
      Callable<Integer> here = () -> first.post(form).statusCode();
      Callable<Integer> there = () -> second.post(form).statusCode();
      int taken = 0;
      for (Future<Integer> each :
          threads.invokeAll(List.of(here, there, here, there, here, there))) {
        taken += each.get() == 200 ? 1 : 0;
      }
      assertThat(taken).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aTemporaryKeyOfOneIsGoodAtTheOther() throws Exception {
    start("--auth=strict");
    Map<String, String> assume =
        Map.of(
            "Action", "AssumeRole",
            "Version", "2015-04-01",
            "RoleArn", "acs:ram::1234567890123456:role/r",
            "RoleSessionName", "s",
            "Format", "JSON");
    for (SharedCaller issuer : List.of(first, second)) {
      SharedCaller other = issuer.equals(first) ? second : first;
      HttpResponse<String> issued = issuer.post(signed(assume, "shared-key", "shared-secret", ""));
      JsonNode key = json(issued).path("Credentials");
      String form =
          signed(
              ipam("ListTagResources", "ResourceId.1", "ipam-1"),
              key.path("AccessKeyId").asText(),
              key.path("AccessKeySecret").asText(),
              key.path("SecurityToken").asText());
      assertThat(other.post(form).body()).as(issued.body()).contains("\"fixture\"");
    }
  }

  @Test
  void aResetAtOneIsAResetOfBoth() throws Exception {
    start();
    second.ask(ipam("TagResources", "ResourceId.1", "ipam-2", "Tag.1.Key", "later"));
    second.admin("POST", "faults", "{\"fault\":{\"type\":\"reset\"},\"times\":0}");
    assertThat(first.admin("POST", "reset", "").statusCode()).isEqualTo(204);
    for (SharedCaller each : List.of(second, first)) {
      assertThat(all(each)).contains("\"fixture\"").doesNotContain("later");
      assertThat(json(each.admin("GET", "faults", "")).path("faults")).isEmpty();
    }
    assertThat(json(second.admin("GET", "requests/count", "")).path("count").intValue())
        .isEqualTo(2);
  }

  @Test
  void whoAsksForTheJournalSeesWhatBothAnswered() throws Exception {
    start();
    for (int i = 0; i < 10; i++) {
      rows(i % 2 == 0 ? first : second, "ResourceId.1", "r" + i);
      SharedCaller asked = i % 2 == 0 ? second : first;
      assertThat(json(asked.admin("GET", "requests/count", "")).path("count").intValue())
          .isEqualTo(i + 1);
      String verify = "{\"match\":{\"resourceId\":\"r" + i + "\"},\"times\":{\"exactly\":1}}";
      assertThat(json(asked.admin("POST", "requests/verify", verify)).path("verified").asBoolean())
          .isTrue();
    }
    assertThat(
            json(first.admin("GET", "requests?limit=3", ""))
                .path("requests")
                .findValuesAsText("host"))
        .hasSize(3);
    assertThat(second.admin("DELETE", "requests", "").statusCode()).isEqualTo(204);
    assertThat(json(first.admin("GET", "requests/count", "")).path("count").intValue()).isZero();
  }

  @Test
  void aChangedFixtureIsInForceAtBothAndLosesNothingThatComesLater() throws Exception {
    start();
    second.ask(ipam("TagResources", "ResourceId.1", "ipam-2", "Tag.1.Key", "before"));
    Files.writeString(fixtures, FIXTURE.replace("of: fixture", "of: changed"));
    while (!rows(first, "ResourceId.1", "ipam-1").contains("\"changed\"")) {
      Thread.onSpinWait();
    }
    second.ask(ipam("TagResources", "ResourceId.1", "ipam-3", "Tag.1.Key", "after"));
    for (SharedCaller each : List.of(first, second)) {
      assertThat(all(each)).contains("\"changed\"", "\"after\"").doesNotContain("\"before\"");
    }
  }

  @Test
  void keysThatNobodyDeclaredHaveAnAccountOfTheirOwnWhereverTheyAsk() throws Exception {
    Path config =
        Files.writeString(work.resolve("g.yaml"), "accounts: { unknown-key: isolated }\n");
    start("--config=" + config);
    String[] mine = {"AccessKeyId", "suite-1", "ResourceId.1", "ipam-1"};
    first.ask(
        ipam(
            "TagResources",
            "AccessKeyId",
            "suite-1",
            "ResourceId.1",
            "ipam-1",
            "Tag.1.Key",
            "mine"));
    assertThat(rows(second, mine)).contains("\"mine\"", "\"fixture\"");
    assertThat(rows(first, "AccessKeyId", "suite-2", "ResourceId.1", "ipam-1"))
        .contains("\"fixture\"")
        .doesNotContain("\"mine\"");
    assertThat(rows(second, "ResourceId.1", "ipam-1")).doesNotContain("\"mine\"");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        SharedCaller gateway = i % 2 == 0 ? first : second;
        calls.add(() -> rows(gateway, "AccessKeyId", "suite-3", "ResourceId.1", "ipam-1"));
      }
      for (Future<String> each : threads.invokeAll(calls)) {
        assertThat(each.get()).contains("\"fixture\"");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theContractHoldsOnASharedStore() throws Exception {
    start();
    for (String product : List.of("VpcIpam", "CloudAPI")) {
      JarProcess.Ended verified =
          JarProcess.run(
              Map.of(),
              "verify",
              "--product",
              product,
              "--endpoint",
              "http://127.0.0.1:" + first.port());
      assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }
  }
}
