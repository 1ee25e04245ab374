package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.teaopenapi.models.Config;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@WithTaggingGateway(
    fixtures = "accounts: [ { id: \"1234567890123456\", accessKeys: [ { id: k, secret: s } ] } ]",
    strict = true,
    options = {"region = cn-qingdao", "resources=declared"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WithTaggingGatewayTest {
  @Test
  @Order(1)
  void aTestHasTheGatewayAndAnAccessKeyAsParameters(TaggingGateway gateway, Credentials key) {
    assertThat(key).isEqualTo(new Credentials("k", "s", "1234567890123456"));
    assertThat(gateway.region()).isEqualTo("cn-qingdao");
    gateway.state().put("VpcIpam", "IPAM", "left-behind", Map.of("k", "v"));
  }

  @Test
  @Order(2)
  void theNextTestFindsItsFixtures(TaggingGateway gateway) {
    assertThat(gateway.state().resources("VpcIpam", "IPAM")).isEmpty();
  }

  @Test
  void officialClientsArePointedThere(TaggingGateway gateway, Credentials key) {
    Config config = OfficialClients.teaConfig(gateway, key);
    assertThat(config.getEndpoint()).isEqualTo(gateway.endpoint("CloudAPI"));
    assertThat(config.getAccessKeyId()).isEqualTo("k");
    assertThat(config.getRegionId()).isEqualTo("cn-qingdao");
    assertThat(config.getProtocol()).isEqualTo("HTTP");
  }

  @Nested
  final class Within {
    @Test
    void aNestedClassHasTheSame(TaggingGateway gateway) {
      assertThat(gateway.accessKey().accessKeyId()).isEqualTo("k");
    }
  }

  @Test
  void anExtensionThatWasForgottenIsNamedAsTheCause() {
    assertThatThrownBy(() -> TaggingGateway.demo().port())
        .hasMessageContaining("@RegisterExtension");
  }

  @Test
  void anUnknownOptionIsRefusedByName() {
    try (TaggingGateway gateway = TaggingGateway.empty().option("http.prot", "1")) {
      assertThatThrownBy(gateway::start).hasMessageContaining("http.prot");
    }
  }
}
