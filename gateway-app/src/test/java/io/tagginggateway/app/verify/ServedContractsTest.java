package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.fixture.FixtureSchema;
import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.contract.ContractDocuments;
import io.tagginggateway.contract.Views;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.product.file.ProductFileSchema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServedContractsTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everyDocumentOfEveryProductIsListedAndServedAsItIs() throws Exception {
    try (StartedGateway gateway = new StartedGateway()) {
      JsonNode index =
          new ObjectMapper().readTree(get(gateway, "/_gateway/contracts").body()).get("documents");
      List<String> listed = new ArrayList<>();
      index.forEach(name -> listed.add(name.textValue()));

      ContractDocuments documents = new ContractDocuments(ProductBundle.installed());
      List<String> expected = new ArrayList<>();
      for (ProductEntry product : StartedGateway.products()) {
        if (!Views.hasContract(product.product())) {
          continue;
        }
        for (ContractDocument.Kind kind : ContractDocument.Kind.values()) {
          ContractDocument document = documents.of(product, kind);
          String path = "/_gateway/contracts/" + document.name();
          HttpResponse<byte[]> served = get(gateway, path);
          assertThat(served.statusCode()).isEqualTo(200);
          assertThat(served.body()).isEqualTo(document.content());
          assertThat(served.headers().firstValue("content-type")).contains(document.contentType());
          expected.add(path);
        }
      }
      String schema = "/_gateway/contracts/product-file.schema.json";
      assertThat(get(gateway, schema).body()).isEqualTo(ProductFileSchema.read());
      expected.add(schema);
      String fixtures = "/_gateway/contracts/" + FixtureSchema.NAME;
      assertThat(get(gateway, fixtures).body())
          .isEqualTo(FixtureSchema.of(ProductBundle.installed()).toBuffer().getBytes());
      expected.add(fixtures);
      assertThat(listed).isEqualTo(expected).contains("/_gateway/contracts/Tag.openapi.json");
      assertThat(get(gateway, "/_gateway/contracts/Nothing.xsd").statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<byte[]> get(StartedGateway gateway, String path) throws Exception {
    URI uri = URI.create(gateway.url() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }
}
