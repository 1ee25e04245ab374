package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TextRule;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI documents are valid, and say what the product's file says. */
final class OpenApiTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  static List<ProductEntry> products() {
    return ContractSchemas.products();
  }

  static List<ProductEntry> contracts() {
    return ContractSchemas.contracts();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void isValidByTheSchemaOfOpenApi31(ProductEntry product) throws Exception {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi/schema-3.1.json")) {
      JsonSchema official = SCHEMAS.getSchema(in);
      assertThat(official.validate(ContractSchemas.openApi(product))).isEmpty();
      assertThat(official.validate("{\"openapi\":\"3.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void itsSchemasAreValidJsonSchemas(ProductEntry product) {
    JsonSchema meta =
        SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    JsonNode document = ContractSchemas.openApi(product);
    for (JsonNode schema : document.at("/components/schemas")) {
      assertThat(meta.validate(schema)).as(schema.toString()).isEmpty();
    }
    List<JsonNode> inParameters = document.findValues("schema");
    assertThat(inParameters).isNotEmpty();
    for (JsonNode schema : inParameters) {
      assertThat(meta.validate(schema)).as(schema.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void everyReferenceLeadsSomewhereAndEveryOperationHasItsName(ProductEntry product) {
    JsonNode document = ContractSchemas.openApi(product);
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references)
        .isNotEmpty()
        .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
    int operations =
        ContractSchemas.operations(product.product()).stream()
            .mapToInt(each -> OpenApi.methods(product.product(), each).size())
            .sum();
    assertThat(document.findValuesAsText("operationId"))
        .hasSize(operations)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("products")
  void typesKeysAndValuesAreAllowedByTheDocumentAsByTheProduct(ProductEntry product) {
    for (TagOperation tag : ContractSchemas.operations(product.product())) {
      TagFamily family = tag.family();
      JsonNode node = operation(product, tag);
      TextRule keyRule = family.texts().key(tag.kind());
      JsonNode key = key(node, tag);
      if (key != null) {
        for (String sample : samples(keyRule)) {
          assertThat(allows(key, sample)).as("key %s", sample).isEqualTo(keyRule.allows(sample));
        }
      }
      if (tag.parameters().type() == null) {
        continue;
      }
      JsonNode type = parameter(node, tag.parameters().type()).get("schema");
      for (String name : family.types().names()) {
        for (String spelling :
            List.of(
                name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), name + "x")) {
          assertThat(allows(type, spelling))
              .as("type %s", spelling)
              .isEqualTo(family.types().canonical(spelling) != null);
        }
      }
    }
  }

  private static JsonNode operation(ProductEntry product, TagOperation operation) {
    String method = OpenApi.methods(product.product(), operation).iterator().next();
    return ContractSchemas.openApi(product)
        .get("paths")
        .get(OpenApi.path(operation))
        .get(method.toLowerCase(Locale.ROOT));
  }

  private static JsonNode key(JsonNode operation, TagOperation tag) {
    var names = tag.parameters();
    String name = tag.kind() == TagOperation.Kind.UNTAG ? names.keys() : names.tags();
    if (name == null) {
      return null;
    }
    JsonNode parameter = parameter(operation, name);
    JsonNode list =
        parameter.has("schema")
            ? parameter.get("schema")
            : parameter.at("/content/application~1json/schema");
    JsonNode item = list.get("items");
    return tag.kind() == TagOperation.Kind.UNTAG
        ? item
        : item.path("properties").path(names.pair().key());
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    JsonNode parameter = ContractSchemas.parameter(operation, name);
    assertThat(parameter).as("parameter %s", name).isNotNull();
    return parameter;
  }

  private static List<String> samples(TextRule rule) {
    List<String> samples =
        new ArrayList<>(
            List.of(
                "a", "Z9._-", "", "1a", "aliyunx", "acs:x", "a b", "中文", "a中", "-", "xhttp://"));
    for (int length : new int[] {rule.min(), rule.max(), rule.max() + 1}) {
      samples.add("k".repeat(length));
      samples.add("中".repeat(length));
    }
    rule.forbiddenPrefixes().forEach(prefix -> samples.add(prefix + "k"));
    rule.forbiddenParts().forEach(part -> samples.add("k" + part + "k"));
    return samples;
  }

  private static boolean allows(JsonNode schema, String text) {
    return SCHEMAS.getSchema(schema).validate(TextNode.valueOf(text)).isEmpty();
  }
}
