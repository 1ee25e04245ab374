package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.OperationParameters;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.RegionRule;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.file.ProductBundle;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What operations are said to take is what their documents describe. */
final class OperationParametersTest {
  private static final Products PRODUCTS = ProductBundle.installed();

  private static Set<String> of(String product, String operation) {
    Product read = Objects.requireNonNull(PRODUCTS.find(product)).product();
    return OperationParameters.of(Objects.requireNonNull(read.operation(operation)));
  }

  @Test
  void namesOfEachFamilyAreThoseOfTheWire() {
    assertThat(of("CloudAPI", "ListTagResources"))
        .containsExactly(
            "RegionId", "ResourceType", "ResourceId.1", "Tag.1.Key", "Tag.1.Value", "NextToken");
    assertThat(of("CloudAPI", "UntagResources"))
        .containsExactly("RegionId", "ResourceType", "ResourceId.1", "TagKey.1", "All");
    assertThat(of("Tag", "ListTagValues"))
        .containsExactly(
            "ResourceType",
            "Key",
            "TagFilter.Value",
            "FuzzyType",
            "QueryType",
            "NextToken",
            "PageSize");
    assertThat(of("Sts", "AssumeRole")).contains("RoleArn", "RoleSessionName");
    assertThat(of("VpcIpam", "CreateIpam"))
        .contains("IpamName", "OperatingRegionList.1", "Tag.1.Key", "Tag.1.Value");
    assertThat(of("VpcIpam", "ListIpams")).contains("IpamIds.1", "NextToken", "MaxResults");
  }

  @Test
  void everyParameterOfADocumentIsOneOfTheOperation() {
    int compared = 0;
    for (ProductEntry entry : PRODUCTS.entries()) {
      for (Operation operation : entry.product().operations()) {
        Set<String> known = new HashSet<>(OperationParameters.COMMON);
        // A document names a list, and requests its members.
        OperationParameters.of(operation).forEach(name -> known.add(name.replaceAll("\\.1.*", "")));
        for (JsonNode parameter : described(operation, entry.product().region())) {
          if (parameter.has("name")) {
            assertThat(known).as(entry.head().title()).contains(name(parameter));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  private static Iterable<JsonNode> described(Operation operation, RegionRule region) {
    if (operation instanceof TagOperation tag) {
      return RequestParameters.of(tag, region);
    }
    return operation instanceof ViewOperation view ? ViewParameters.of(view, region) : List.of();
  }

  /** {@code Tags.N.Key} is the part of a list of tags. */
  private static String name(JsonNode parameter) {
    return parameter.get("name").textValue().replaceAll("\\.N\\..*", "");
  }
}
