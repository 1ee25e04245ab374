package io.tagginggateway.apigateway;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1 of the dialect reference: who the product is. */
class ApiGatewayModuleTest {
  private final ProductUnderTest product =
      new ProductUnderTest(new ApiGatewayModule(), ServiceSettings.DEFAULT);

  @Test
  void theModuleIsFoundAsAService() {
    assertThat(ServiceLoader.load(ProductModule.class))
        .singleElement()
        .isInstanceOf(ApiGatewayModule.class);
  }

  @Test
  void theProductIsKnownByTheseNames() {
    assertThat(new ApiGatewayModule().product())
        .isEqualTo(
            new Product(
                "CloudAPI",
                "2016-07-14",
                "apigateway",
                List.of(
                    "apigateway.<region>.aliyuncs.com",
                    "apigateway-vpc.<region>.aliyuncs.com",
                    "apigateway.aliyuncs.com",
                    "cloudapi.<region>.aliyuncs.com",
                    "cloudapi-vpc.<region>.aliyuncs.com"),
                Format.XML,
                /* regionRequired= */ false));
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
