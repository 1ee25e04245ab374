package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class StateTest {
  @RegisterExtension static final TaggingGateway gateway = TaggingGateway.empty();

  private final Client client = new Client(gateway.url("CloudAPI"), gateway.accessKey());

  @Test
  void whatIsPutIsListed() {
    gateway.state().put("CloudAPI", "apiGroup", "g-1", Map.of("env", "a", "owner", "b"));
    assertThat(client.list(Client.CLOUD_API, "apiGroup").body()).contains("g-1");
    assertThat(gateway.state().tags("CloudAPI", "apiGroup", "g-1"))
        .isEqualTo(Map.of("env", "a", "owner", "b"));
    assertThat(gateway.state().resources("CloudAPI", "apiGroup")).containsExactly("g-1");
  }

  @Test
  void whatAClientDoesIsSeen() {
    client.tag(Client.VPC_IPAM, "IPAM", "ipam-1", "v");
    assertThat(gateway.state().tags("VpcIpam", "ipam", "ipam-1")).isEqualTo(Map.of("env", "v"));
    assertThat(gateway.state().region("cn-beijing").tags("VpcIpam", "IPAM", "ipam-1")).isEmpty();
    assertThat(gateway.state().account("2222222222222222").resources("VpcIpam", "IPAM")).isEmpty();
  }

  @Test
  void aFixtureMayComeLater() {
    gateway.state().load("fixtures/groups.yaml");
    assertThat(gateway.state().resources("CloudAPI", "apiGroup")).hasSize(3);
  }

  @Test
  void namesWhatThereIsNot() {
    assertThatThrownBy(() -> gateway.state().tags("Oss", "instance", "i-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no product Oss; there are [");
    assertThatThrownBy(() -> gateway.state().resources("CloudAPI", "IPAM"))
        .hasMessageStartingWith("CloudAPI has no type IPAM; it has [");
    assertThatThrownBy(() -> gateway.endpoint("Oss")).hasMessageStartingWith("no product Oss");
    assertThatThrownBy(() -> gateway.state().load("nowhere.yaml"))
        .hasMessageContaining("nowhere.yaml: no such file");
  }
}
