package io.tagginggateway.testkit;

import static io.tagginggateway.testkit.ProductCodes.CLOUD_API;
import static io.tagginggateway.testkit.ProductCodes.VPC_IPAM;
import static io.tagginggateway.testkit.RequestMatch.anyRequest;
import static io.tagginggateway.testkit.RequestMatch.listTagResources;
import static io.tagginggateway.testkit.RequestMatch.operation;
import static io.tagginggateway.testkit.RequestMatch.tagResources;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class VerifyTest {
  @RegisterExtension
  static final TaggingGateway gateway = TaggingGateway.with("fixtures/groups.yaml");

  private final Client client = new Client(gateway.url(CLOUD_API), gateway.accessKey());

  @BeforeEach
  void ask() {
    client.tag(Client.CLOUD_API, "apiGroup", "group-1", "a");
    client.tag(Client.CLOUD_API, "apiGroup", "group-2", "b");
    client.list(Client.VPC_IPAM, "IPAM");
  }

  @Test
  void asManyAsExpectedIsFine() {
    gateway.verify(2, tagResources().product(CLOUD_API));
    gateway.verify(1, tagResources().resourceId("group-2").parameter("Tag.1.Value", "b"));
    gateway.verify(listTagResources().product(VPC_IPAM).resourceType("ipam").status(200));
    gateway.verify(Times.atLeast(3), anyRequest().of(gateway.accessKey()));
    gateway.verify(Times.atMost(1), listTagResources());
    gateway.verify(Times.never(), listTagResources().product(CLOUD_API));
    gateway.verify(Times.exactly(2), tagResources().withoutParameter("NextToken"));
  }

  @Test
  void tooFewShowTheNearestMissesAsADiff() {
    assertThatThrownBy(
            () -> gateway.verify(2, tagResources().product(CLOUD_API).resourceId("group-3")))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected exactly 2 of: action=TagResources, product=CloudAPI, resourceId=group-3\n"
                + "     got 0; the nearest of the others:\n  ")
        .hasMessageContaining(
            """
             CloudAPI TagResources apiGroup group-2 in cn-hangzhou by testid: 200, 0 rows
                - resourceId: group-3
                + resourceId: group-2
            """)
        .hasMessageContainingAll(
            " VpcIpam ListTagResources IPAM in cn-hangzhou by testid: 200, 1 rows",
            "\n    - product: CloudAPI\n    + product: VpcIpam",
            "\n    - action: TagResources\n    + action: ListTagResources",
            "\n    - resourceId: group-3\n    + resourceId: (not there)");
  }

  @Test
  void tooManyShowTheLastOfThem() {
    assertThatThrownBy(() -> gateway.verify(Times.atMost(1), tagResources()))
        .hasMessageStartingWith("expected at most 1 of: action=TagResources\n     got 2; the last")
        .hasMessageContaining("group-1")
        .hasMessageContaining("group-2");
  }

  @Test
  void nameThatNobodyKnowsIsNoMissButAMistake() {
    assertThatThrownBy(() -> gateway.verify(0, operation("ListTagResource")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no such action: ListTagResource; did you mean ListTagResources?");
    assertThatThrownBy(() -> gateway.verify(0, anyRequest().product("cloudApi")))
        .hasMessageStartingWith("no such product: cloudApi; did you mean CloudAPI?");
    assertThatThrownBy(() -> gateway.verify(0, anyRequest().spoiledBy("delays")))
        .hasMessageStartingWith("no such fault: delays; did you mean delay?");
    assertThatThrownBy(() -> Times.exactly(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingAskedIsSaid() {
    gateway.reset();
    assertThatThrownBy(() -> gateway.verify(1, anyRequest()))
        .hasMessage(
            "expected exactly 1 of: any request\n     got 0, and there was no other request");
  }
}
