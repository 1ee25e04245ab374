package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StrictGatewayTest {
  @RegisterExtension
  static final TaggingGateway gateway = TaggingGateway.with("fixtures/groups.yaml").strict();

  private final Client client = new Client(gateway.url("CloudAPI"), gateway.accessKey());

  @Test
  void theFixturesKeyGetsIn() {
    assertThat(client.list(Client.CLOUD_API, "apiGroup").body())
        .contains("group-1", "group-2", "group-3");
    assertThat(client.list(Client.VPC_IPAM, "IPAM").body()).contains("ipam-1");
  }

  @Test
  void aWrongSecretDoesNot() {
    Credentials wrong = new Credentials("testid", "another", "1234567890123456");
    Client stranger = new Client(gateway.url("CloudAPI"), wrong);
    assertThat(stranger.list(Client.CLOUD_API, "apiGroup").statusCode()).isEqualTo(400);
    assertThat(gateway.requests().code("SignatureDoesNotMatch")).hasSize(1);
  }

  @Test
  void theEndpointIsTheSameForBothProducts() {
    String address = "127.0.0.1:" + gateway.port();
    assertThat(gateway.endpoint("CloudAPI")).isEqualTo(address);
    assertThat(gateway.endpoint("VpcIpam")).isEqualTo(address);
    assertThat(gateway.url("VpcIpam")).isEqualTo("http://" + address);
  }

  /** Whichever of the two comes second finds what the first one found. */
  @RepeatedTest(2)
  void everyTestStartsFromTheFixtures() {
    assertThat(gateway.requests()).isEmpty();
    assertThat(gateway.state().tags("CloudAPI", "apiGroup", "group-1"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("env", "test", "owner", "li"));

    gateway.fail("CloudAPI", "Throttling.User").skip(1).forever().lenient();
    assertThat(client.tag(Client.CLOUD_API, "apiGroup", "group-1", "gone").statusCode())
        .isEqualTo(200);
    assertThat(gateway.state().tags("CloudAPI", "apiGroup", "group-1"))
        .containsEntry("env", "gone");
  }

  @Nested
  final class InANestedClass {
    @Test
    void theSameGatewayServes() {
      assertThat(client.list(Client.CLOUD_API, "apiGroup").statusCode()).isEqualTo(200);
      assertThat(gateway.requests()).hasSize(1);
    }
  }
}
