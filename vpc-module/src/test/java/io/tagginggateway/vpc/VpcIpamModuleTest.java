package io.tagginggateway.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.RegionRule;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the dialect reference: who the product is. */
class VpcIpamModuleTest {
  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  @Test
  void theModuleIsFoundAsAService() {
    assertThat(ServiceLoader.load(ProductBundle.class))
        .singleElement()
        .isInstanceOf(VpcProducts.class);
  }

  @Test
  void theProductIsKnownByTheseNames() {
    ProductEntry entry = ProductBundle.installed().find("VpcIpam", "2023-02-28");
    assertThat(entry.head().hosts())
        .containsExactly("vpcipam.<region>.aliyuncs.com", "vpcipam.aliyuncs.com");
    assertThat(entry.product().defaultFormat()).isEqualTo(Format.JSON);
    assertThat(entry.product().region().use()).isEqualTo(RegionRule.Use.REQUIRED);
    assertThat(entry.product().operations())
        .extracting(Operation::name)
        .startsWith("ListTagResources", "TagResources", "UntagResources")
        .contains("CreateIpam", "ListIpamPools", "DeleteIpamResourceDiscovery");
    assertThat(entry.source()).contains("product: VpcIpam");
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
