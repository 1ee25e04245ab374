package io.tagginggateway.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.Golden;
import io.tagginggateway.core.testing.ProductUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every document, byte for byte, after the ids and the token of the page's sample are put in. */
class VpcIpamEnvelopeTest {
  private static final String SAMPLE_TOKEN = "FFmyTO70tTpLG6I3FmYAXGKPd****";
  private static final String COMMON = "&RegionId=cn-hangzhou&ResourceType=IPAM";

  private final ProductUnderTest product = new ProductUnderTest("VpcIpam", ServiceSettings.DEFAULT);

  @BeforeEach
  void declareTheSample() {
    product.declare("IPAM", "ipam-uq5dcfc2eqhpf4****", "FinanceDept", "FinanceJoshua", "Owner", "");
  }

  @ParameterizedTest
  @CsvSource({
    "list, ListTagResources, &ResourceId.1=ipam-uq5dcfc2eqhpf4****&MaxResults=1",
    "list-last, ListTagResources, &ResourceId.1=ipam-uq5dcfc2eqhpf4****",
    "list-empty, ListTagResources, &ResourceId.1=unknown",
    "tag, TagResources, &ResourceId.1=ipam&Tag.1.Key=k",
    "untag, UntagResources, &ResourceId.1=ipam&TagKey.1=k",
    "error, ListTagResources, &Tag.1.Value=v"
  })
  void theDocumentIsExactToTheByte(String golden, String action, String rest) {
    String token = "\"NextToken\":\"" + SAMPLE_TOKEN;
    String json = product.ask(Format.JSON, action + COMMON + rest).body();
    assertThat(withSampleToken(json)).isEqualTo(Golden.read("VpcIpam/" + golden + ".json"));
    assertThat(withSampleToken(json).contains(token)).isEqualTo(golden.equals("list"));
    String xml = product.ask(Format.XML, action + COMMON + rest).body();
    assertThat(withSampleToken(xml)).isEqualTo(Golden.read("VpcIpam/" + golden + ".xml"));
  }

  private static String withSampleToken(String body) {
    return body.replaceFirst("(NextToken[>\":]+)[A-Za-z0-9_-]{16,}", "$1" + SAMPLE_TOKEN);
  }
}
