package io.tagginggateway.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the dialect reference: who the product is. */
class VpcIpamModuleTest {
  private final ProductUnderTest product =
      new ProductUnderTest(new VpcIpamModule(), ServiceSettings.DEFAULT);

  @Test
  void theModuleIsFoundAsAService() {
    assertThat(ServiceLoader.load(ProductModule.class))
        .singleElement()
        .isInstanceOf(VpcIpamModule.class);
  }

  @Test
  void theProductIsKnownByTheseNames() {
    assertThat(new VpcIpamModule().product())
        .isEqualTo(
            new Product(
                "VpcIpam",
                "2023-02-28",
                "vpcipam",
                List.of("vpcipam.<region>.aliyuncs.com", "vpcipam.aliyuncs.com"),
                Format.JSON,
                /* regionRequired= */ true));
  }

  @ParameterizedTest
  @CsvSource({
    "IPAM, IPAM",
    "IPAMSCOPE, IPAMSCOPE",
    "IPAMPOOL, IPAMPOOL",
    "IPAMRESOURCEDISCOVERY, IPAMRESOURCEDISCOVERY",
    "ipam, IPAM",
    "IpamScope, IPAMSCOPE"
  })
  void aTypeIsReadInAnyCaseAndAnsweredAsItIsSpelled(String sent, String type) {
    product.declare(type, "r", "k", "v");
    assertThat(
            product
                .ask("ListTagResources&RegionId=cn-hangzhou&ResourceId.1=r&ResourceType=" + sent)
                .rows())
        .containsExactly(type + "/r k=v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VPC", "IPAM2", "apiGroup", "IPAM "})
  void anotherTypeIsRefused(String type) {
    assertThat(
            product
                .ask("ListTagResources&RegionId=cn-hangzhou&ResourceId.1=r&ResourceType=" + type)
                .error())
        .isEqualTo("400 IllegalParam.ResourceType: The input parameter ResourceType is invalid.");
  }
}
