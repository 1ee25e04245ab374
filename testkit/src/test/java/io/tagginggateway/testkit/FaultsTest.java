package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FaultsTest {
  @RegisterExtension
  static final TaggingGateway gateway =
      TaggingGateway.with("fixtures/groups.yaml").pageSize("CloudAPI", 2);

  private final Client client = new Client(gateway.url("CloudAPI"), gateway.accessKey());

  @Test
  void spoilsExactlySoManyRequestsInTheProductsOwnWords() {
    InjectedFault fault = gateway.fail("CloudAPI", "Throttling.User").times(2);

    List<Integer> statuses = IntStream.range(0, 4).mapToObj(i -> list().statusCode()).toList();

    assertThat(statuses).containsExactly(400, 400, 200, 200);
    assertThat(fault.spoiled()).isEqualTo(2);
    assertThat(gateway.requests().code("Throttling.User")).hasSize(2);
  }

  @Test
  void spoilsOneRequestIfNothingElseIsSaid() {
    gateway.fail("CloudAPI", "InternalError");
    assertThat(list().statusCode()).isEqualTo(500);
    assertThat(list().statusCode()).isEqualTo(200);
  }

  @Test
  void leavesTheOtherProductAlone() {
    gateway.fail("VpcIpam", "Throttling.Api").forever();
    assertThat(list().statusCode()).isEqualTo(200);
    assertThat(client.list(Client.VPC_IPAM, "IPAM").body()).contains("Throttling.Api");
  }

  @Test
  void choosesByActionAndKeyAndSkips() {
    gateway.fail("CloudAPI", "ServiceUnavailable").action("TagResources").forever();
    gateway.fail("CloudAPI", "InternalError").accessKeyId("nobody").forever().lenient();
    gateway.fail("CloudAPI", "Throttling.User").account("1234567890123456").skip(1);
    assertThat(list().statusCode()).isEqualTo(200);
    assertThat(list().body()).contains("Throttling.User");
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-1", "x").statusCode())
        .isEqualTo(503);
  }

  @Test
  void afterTheFactTheTagIsThereAndTheAnswerIsNot() {
    gateway.fail("CloudAPI", "InternalError").action("TagResources").after();
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-2", "new").statusCode())
        .isEqualTo(500);
    assertThat(gateway.state().tags("CloudAPI", "apiGroup", "group-2")).containsEntry("env", "new");
  }

  @Test
  void aSeedRepeatsItself() {
    List<Integer> once = spoiledWithSeed(7);
    assertThat(once).contains(200, 400);
    assertThat(spoiledWithSeed(7)).isEqualTo(once);
  }

  private List<Integer> spoiledWithSeed(long seed) {
    InjectedFault fault =
        gateway.fail("CloudAPI", "Throttling.User").forever().probability(0.5, seed);
    List<Integer> statuses = IntStream.range(0, 20).mapToObj(i -> list().statusCode()).toList();
    fault.remove();
    return statuses;
  }

  @Test
  void breaksConnectionsAndAnswers() {
    gateway.resetConnection("CloudAPI").forever();
    assertThatThrownBy(this::list).hasCauseInstanceOf(IOException.class);
    gateway.reset();
    gateway.truncate("CloudAPI", 10);
    assertThatThrownBy(this::list).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void answersThePageOfALoadBalancer() {
    gateway.html("CloudAPI", 502);
    HttpResponse<String> answer = list();
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).startsWith("<");
  }

  @Test
  void answersLate() {
    InjectedFault fault = gateway.delay("CloudAPI", Duration.ofMillis(1));
    assertThat(list().statusCode()).isEqualTo(200);
    assertThat(fault.spoiled()).isEqualTo(1);
  }

  @Test
  void shortensPagesAndRefusesTokens() {
    assertThat(list().body()).contains("\"PageSize\":2");
    gateway.shortPages("CloudAPI", 1);
    String body = list().body();
    assertThat(body).contains("group-1").doesNotContain("group-2");

    String token = body.replaceAll(".*\"NextToken\":\"([^\"]+)\".*", "$1");
    gateway.expireToken("CloudAPI");
    assertThat(client.page("apiGroup", token).body()).contains("InvalidNextToken");
    assertThat(client.page("apiGroup", token).body()).contains("group-2", "group-3");
  }

  @Test
  void saysACodeThatTheProductDoesNotKnowIfItIsSpelledOut() {
    gateway.fail("CloudAPI", "Own.Code", 418, "Said here.");
    assertThat(list().statusCode()).isEqualTo(418);
    assertThat(gateway.requests().code("Own.Code")).hasSize(1);
  }

  @Test
  void refusesWhatCannotBeAndKeepsWhatIs() {
    assertThatThrownBy(() -> gateway.fail("CloudAPI", "NoSuch"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/fault/code");
    assertThatThrownBy(() -> gateway.fail("Nothing", "Throttling.User"))
        .hasMessageContaining("/match/product");

    InjectedFault fault = gateway.fail("CloudAPI", "Throttling.User");
    assertThatThrownBy(() -> fault.times(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fault.skip(-1)).hasMessageContaining("/skip");
    assertThatThrownBy(() -> fault.action("Buy")).hasMessageContaining("/match/action");
    assertThat(list().body()).contains("Throttling.User");
  }

  private HttpResponse<String> list() {
    return client.list(Client.CLOUD_API, "apiGroup");
  }

  @Test
  void theOtherFaultsStrikeToo() {
    gateway.otherEnvelope("CloudAPI");
    assertThat(list().body()).contains("\"TagResources\":[");
    gateway.body("CloudAPI", 418, "text/plain", "teapot");
    assertThat(list().body()).isEqualTo("teapot");
    gateway.body("CloudAPI", 200, "{}");
    assertThat(list().body()).isEqualTo("{}");
    gateway.garbage("CloudAPI");
    assertThat(list().body()).contains("\uFFFD");
    gateway.dribble("CloudAPI", Duration.ofMillis(50));
    assertThat(list().statusCode()).isEqualTo(200);
    gateway.delay("CloudAPI", Duration.ofMillis(1), Duration.ofMillis(5));
    assertThat(list().statusCode()).isEqualTo(200);
    gateway.noAnswer("CloudAPI").forever(); // the JDK's client tries once more
    assertThatThrownBy(this::list).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void choosesByParameters() {
    InjectedFault fault =
        gateway
            .fail("CloudAPI", "Throttling.User")
            .parameter("ResourceType", "apiGroup")
            .parameter("ResourceId.1", "group-1")
            .forever();
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-2", "x").statusCode())
        .isEqualTo(200);
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-1", "x").statusCode())
        .isEqualTo(400);
    assertThat(fault.spoiled()).isEqualTo(1);
  }

  @Test
  void whatNobodyKnowsIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> gateway.fail("CloudAPI", "Throtling.User"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean Throttling.User?");
    assertThatThrownBy(() -> gateway.fail("cloudapi", "Throttling.User"))
        .hasMessageContaining("did you mean CloudAPI?");
  }
}
