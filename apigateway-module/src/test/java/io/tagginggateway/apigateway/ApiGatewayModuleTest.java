package io.tagginggateway.apigateway;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the dialect reference: who the product is. */
class ApiGatewayModuleTest {
  private final ProductUnderTest product =
      new ProductUnderTest("CloudAPI", ServiceSettings.DEFAULT);

  @Test
  void theModuleIsFoundAsAService() {
    assertThat(ServiceLoader.load(ProductBundle.class))
        .singleElement()
        .isInstanceOf(ApiGatewayProducts.class);
  }

  @Test
  void theProductIsKnownByTheseNames() {
    ProductEntry entry = ProductBundle.installed().find("CloudAPI", "2016-07-14");
    assertThat(entry.head().hosts())
        .containsExactly(
            "apigateway.<region>.aliyuncs.com",
            "apigateway-vpc.<region>.aliyuncs.com",
            "apigateway.aliyuncs.com",
            "cloudapi.<region>.aliyuncs.com",
            "cloudapi-vpc.<region>.aliyuncs.com");
    assertThat(entry.product().defaultFormat()).isEqualTo(Format.XML);
    assertThat(entry.product().region().use()).isEqualTo(RegionRule.Use.NONE);
    assertThat(entry.product().operations())
        .extracting(Operation::name)
        .startsWith("ListTagResources", "TagResources", "UntagResources")
        .contains("CreateApp", "DescribePlugins", "DeleteApiGroup");
    assertThat(entry.source()).contains("product: CloudAPI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apiGroup", "plugin", "app", "api"})
  void aTypeIsReadAndAnsweredExactly(String type) {
    product.declare(type, "r", "k", "v");
    assertThat(product.ask("ListTagResources&ResourceId.1=r&ResourceType=" + type).rows())
        .containsExactly(type + "/r k=v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IPAM", "APIGROUP", "apigroup", "App", "app2", "app "})
  void anotherTypeIsRefused(String type) {
    assertThat(product.ask("ListTagResources&ResourceId.1=r&ResourceType=" + type).error())
        .isEqualTo(
            "400 InvalidResourceType: The specified parameter ResourceType value is not valid.");
  }
}
