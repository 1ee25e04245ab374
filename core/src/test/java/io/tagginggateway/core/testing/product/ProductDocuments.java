package io.tagginggateway.core.testing.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.Golden;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every document, byte for byte, after the ids and the token of the page's sample are put in. */
public interface ProductDocuments extends ProductUnderContract {

  /**
   * What the product's golden files are answers to.
   *
   * @param product holds the resources of the page's sample
   * @param requestId the request id of the sample
   * @param token the token of the sample
   * @param requests the query by the name of the golden file
   */
  record Samples(
      ProductUnderTest product, String requestId, String token, Map<String, String> requests) {}

  /** The product's samples. */
  Samples samples();

  @Test
  default void theDocumentsAreExactToTheByte() {
    assertThat(samples().requests())
        .containsOnlyKeys("list", "list-last", "list-empty", "tag", "untag", "error");
    for (Map.Entry<String, String> request : samples().requests().entrySet()) {
      Samples samples = samples();
      String golden = sample().code() + "/" + request.getKey();
      for (Format format : Format.values()) {
        String body = samples.product().ask(format, request.getValue()).body();
        String sample =
            body.replace(ProductUnderTest.REQUEST_ID, samples.requestId())
                .replaceFirst(
                    "(NextToken[>\":]+)[A-Za-z0-9_-]{16,}",
                    "$1" + samples.token().replace("$", "\\$"));
        String suffix = format == Format.JSON ? ".json" : ".xml";
        assertThat(sample).isEqualTo(Golden.read(golden + suffix));
        assertThat(sample.contains(samples.token())).isEqualTo(golden.endsWith("/list"));
      }
    }
  }
}
