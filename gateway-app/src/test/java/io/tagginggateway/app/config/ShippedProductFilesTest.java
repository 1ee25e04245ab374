package io.tagginggateway.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.Fact;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.tagginggateway.core.product.file.ProductFileReader.ProductFile;
import io.tagginggateway.core.product.file.ProductFileSchema;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product files on the class path, each against its compiled form and the schema. */
class ShippedProductFilesTest {
  private static final JsonSchema SCHEMA = schema();

  static List<ProductEntry> entries() {
    return ProductBundle.installed().entries();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theCompiledFormIsTheFile(ProductEntry entry) {
    ProductFile file = ProductFileReader.read(entry.origin(), entry.source());
    assertThat(entry.head()).isEqualTo(file.product().head());
    assertThat(entry.product()).usingRecursiveComparison().isEqualTo(file.product());
    assertThat(file.facts()).extracting(Fact::path).doesNotHaveDuplicates().contains("product");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theFileIsValidUnderTheSchema(ProductEntry entry) throws IOException {
    JsonNode document = new YAMLMapper().readTree(entry.source());
    assertThat(SCHEMA.validate(document)).as(entry.origin()).isEmpty();
  }

  private static JsonSchema schema() {
    try {
      JsonNode text = new JsonMapper().readTree(ProductFileSchema.read());
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
