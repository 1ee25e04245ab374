package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RequestsTest {
  @RegisterExtension
  static final TaggingGateway gateway = TaggingGateway.with("fixtures/groups.yaml");

  private final Client client = new Client(gateway.url("CloudAPI"), gateway.accessKey());
  private final Credentials other = new Credentials("otherid", "othersecret", "2222222222222222");

  @Test
  void tellsEachRequestInTheOrderOfTheAnswers() {
    client.tag(Client.CLOUD_API, "apiGroup", "group-9", "late");
    client.list(Client.VPC_IPAM, "IPAM");

    assertThat(gateway.requests())
        .extracting(RecordedRequest::action)
        .containsExactly("TagResources", "ListTagResources");
    RecordedRequest list = gateway.requests().get(1);
    assertThat(list.product()).isEqualTo("VpcIpam");
    assertThat(list.region()).isEqualTo("cn-hangzhou");
    assertThat(list.account()).isEqualTo("1234567890123456");
    assertThat(list.accessKeyId()).isEqualTo("testid");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.code()).isNull();
    assertThat(list.rows()).isEqualTo(1);
    assertThat(list.format()).isEqualTo("JSON");
    assertThat(list.requestId()).matches("[0-9A-F-]{36}");
    assertThat(list.time()).isAfterOrEqualTo(gateway.requests().get(0).time());
    assertThat(list.parameter("Tag.1.Key")).isEqualTo("env");
    assertThat(list.parameter("Signature")).isEqualTo("***");
    assertThat(list.parameter("NextToken")).isNull();
  }

  @Test
  void filtersByEverythingThatIsKnown() {
    client.list(Client.CLOUD_API, "apiGroup");
    client.list(Client.CLOUD_API, "teapot");
    client.list(Client.VPC_IPAM, "IPAM");
    new Client(gateway.url("VpcIpam"), other).tag(Client.VPC_IPAM, "IPAM", "ipam-2", "x");

    Requests all = gateway.requests();
    assertThat(all).hasSize(4);
    assertThat(all.product("CloudAPI")).hasSize(2);
    assertThat(all.action("TagResources")).hasSize(1);
    assertThat(all.account("2222222222222222")).hasSize(1);
    assertThat(all.of(other)).hasSize(1);
    assertThat(all.accessKeyId("testid").product("VpcIpam")).hasSize(1);
    assertThat(all.code("InvalidResourceType")).hasSize(1);
    assertThat(all.where(request -> request.rows() == 3)).hasSize(1);
  }

  @Test
  void nameThatNobodyKnowsFailsAndNamesTheNearest() {
    Requests all = gateway.requests();
    assertThatThrownBy(() -> all.action("ListTagResource"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "no such action: ListTagResource; did you mean ListTagResources?; known: ");
    assertThatThrownBy(() -> all.product("cloudapi"))
        .hasMessageStartingWith("no such product: cloudapi; did you mean CloudAPI?");
    assertThatThrownBy(() -> all.code("Throtling.User"))
        .hasMessageStartingWith("no such code: Throtling.User; did you mean Throttling.User?");
    assertThat(all.action("listtagresources")).isEmpty();
  }

  @Test
  void doesNotChangeWhenFurtherRequestsCome() {
    Requests before = gateway.requests();
    client.list(Client.CLOUD_API, "apiGroup");
    assertThat(before).isEmpty();
    assertThat(gateway.requests()).hasSize(1);
  }
}
