package io.tagginggateway.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.Golden;
import io.tagginggateway.core.testing.ProductUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every document, byte for byte, after the ids and the token of the page's sample are put in. */
class ApiGatewayEnvelopeTest {
  private static final String SAMPLE_TOKEN = "1d2db86sca4384811e0b5e8707e68181f";
  private static final String SAMPLE_ID = "2D69A58F-345C-4FDE-88E4-BF5189484043";
  private static final String COMMON = "&ResourceType=apiGroup";

  private final ProductUnderTest product =
      new ProductUnderTest("CloudAPI", new ServiceSettings(/* pageSize= */ 1, false));

  @BeforeEach
  void declareTheSample() {
    product.declare(
        "apiGroup", "285bb759342649a1b70c2093a772e087", "env", "product", "owner", "zhangsan");
    product.declare("apiGroup", "next", "env", "");
  }

  @ParameterizedTest
  @CsvSource({
    "list, ListTagResources, &ResourceId.1=285bb759342649a1b70c2093a772e087&ResourceId.2=next",
    "list-last, ListTagResources, &ResourceId.1=next",
    "list-empty, ListTagResources, &ResourceId.1=unknown",
    "tag, TagResources, &ResourceId.1=group&Tag.1.Key=k",
    "untag, UntagResources, &ResourceId.1=group&TagKey.1=k",
    "error, TagResources, &ResourceId.1=group&Tag.1.Key=acs:x"
  })
  void theDocumentIsExactToTheByte(String golden, String action, String rest) {
    String token = "\"NextToken\":\"" + SAMPLE_TOKEN;
    String json = product.ask(Format.JSON, action + COMMON + rest).body();
    assertThat(withSampleIds(json)).isEqualTo(Golden.read("CloudAPI/" + golden + ".json"));
    assertThat(withSampleIds(json).contains(token)).isEqualTo(golden.equals("list"));
    String xml = product.ask(Format.XML, action + COMMON + rest).body();
    assertThat(withSampleIds(xml)).isEqualTo(Golden.read("CloudAPI/" + golden + ".xml"));
  }

  private static String withSampleIds(String body) {
    return body.replace(ProductUnderTest.REQUEST_ID, SAMPLE_ID)
        .replaceFirst("(NextToken[>\":]+)[A-Za-z0-9_-]{16,}", "$1" + SAMPLE_TOKEN);
  }
}
