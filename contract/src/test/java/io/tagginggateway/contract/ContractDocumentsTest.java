package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what the modules do; a change of one without the other fails here. */
final class ContractDocumentsTest {
  private static final List<String> MANDATORY_IN_STRICT =
      List.of(
          "Version",
          "AccessKeyId",
          "Signature",
          "SignatureMethod",
          "SignatureVersion",
          "SignatureNonce",
          "Timestamp");

  static List<Product> modules() {
    return ContractSchemas.products();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void errorsAreThoseOfTheTables(Product product) throws Exception {
    JsonNode document = ContractSchemas.openApi(product);

    assertThat(errors(document)).isEqualTo(errors(product));
    assertThat(texts(document.at("/components/schemas/Error/properties/Code/enum")))
        .isEqualTo(codes(errors(product), error -> true));
    for (JsonNode response : document.at("/paths").findValue("get").get("responses")) {
      assertThat(response.has("$ref") || response.has("description")).isTrue();
    }
    for (ApiError error : errors(product)) {
      int status = error.status();
      assertThat(
              texts(
                  document.at("/components/schemas/Error" + status + "/allOf/1").findValue("enum")))
          .as("codes with status %d", status)
          .isEqualTo(codes(errors(product), other -> other.status() == status));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyActionAnswersBothMethodsWithBothFormatsAndEveryStatus(Product product)
      throws Exception {
    JsonNode document = ContractSchemas.openApi(product);
    Set<String> statuses = new TreeSet<>(Set.of("200"));
    errors(product).forEach(error -> statuses.add(String.valueOf(error.status())));

    assertThat(names(document.get("paths"))).hasSize(product.operations().size());
    for (Operation action : product.operations()) {
      for (String method : List.of("get", "post")) {
        JsonNode operation = document.get("paths").path("/#Action=" + action.name()).path(method);
        assertThat(names(operation.path("responses"))).isEqualTo(statuses);
        assertThat(names(operation.at("/responses/200/content"))).isEqualTo(contentTypes());
        assertThat(operation.at("/parameters/0/schema/const").textValue()).isEqualTo(action.name());
      }
    }
    for (JsonNode response : document.at("/components/responses")) {
      assertThat(names(response.get("content"))).isEqualTo(contentTypes());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void limitsTypesAndNamesAreThoseOfTheModule(Product product) {
    JsonNode document = ContractSchemas.openApi(product);
    TagFamily family = product.tagFamilies().get(0);
    JsonNode list = document.at("/paths").path("/#Action=ListTagResources").path("get");

    assertThat(document.get("x-product").textValue()).isEqualTo(product.code());
    assertThat(document.at("/info/version").textValue()).isEqualTo(product.version());
    assertThat(document.at("/components/parameters/Version/schema/const").textValue())
        .isEqualTo(product.version());
    assertThat(document.at("/components/parameters/Format/schema/default").textValue())
        .isEqualTo(product.defaultFormat().name());
    assertThat(document.at("/components/parameters/RegionId/required").booleanValue())
        .isEqualTo(product.region().missing() != null);
    assertThat(texts(document.at("/components/schemas/ResourceType/enum")))
        .isEqualTo(new TreeSet<>(product.resourceTypes()));
    assertThat(document.get("x-max-tags-per-resource").intValue())
        .isEqualTo(family.limits().tagsPerResource());
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(parameter(operation, "ResourceId").at("/schema/maxItems").intValue())
            .isEqualTo(family.limits().ids().list());
      }
    }
    assertThat(parameter(list, "Tag").at("/schema/maxItems").intValue())
        .isEqualTo(family.limits().tags().list());
    JsonNode maxResults = parameter(list, "MaxResults").path("schema");
    if (family.paging().unit() == PageLimit.Unit.ROWS) {
      assertThat(maxResults.path("default").intValue()).isEqualTo(family.paging().defaultSize());
      assertThat(maxResults.path("maximum").intValue()).isEqualTo(family.paging().maxSize());
    } else {
      assertThat(maxResults.isMissingNode()).isTrue();
      assertThat(document.findValue("PageSize").path("maximum").intValue())
          .isEqualTo(family.paging().maxSize());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void typesKeysAndValuesAreAllowedByTheDocumentAsByTheModule(Product product) {
    JsonNode list =
        ContractSchemas.openApi(product).at("/paths").path("/#Action=ListTagResources").path("get");
    JsonNode tag = parameter(list, "Tag").at("/schema/items/properties");
    JsonNode type =
        ContractSchemas.openApi(product).at("/components/parameters/ResourceType/schema");
    List<String> samples =
        List.of(
            "a",
            "Z9._-",
            "",
            "1a",
            "aliyunx",
            "acs:x",
            "a b",
            "中文",
            "k".repeat(64),
            "k".repeat(65),
            "k".repeat(128),
            "k".repeat(129),
            "中".repeat(128));
    for (String sample : samples) {
      assertThat(allows(tag.get("Key"), sample))
          .as("key %s", sample)
          .isEqualTo(product.tagFamilies().get(0).texts().asked().allows(sample));
      assertThat(allows(tag.get("Value"), sample))
          .as("value %s", sample)
          .isEqualTo(product.tagFamilies().get(0).texts().value().allows(sample));
    }
    for (String name : product.resourceTypes()) {
      String lower = name.toLowerCase(Locale.ROOT);
      JsonNode schema =
          type.has("$ref")
              ? ContractSchemas.openApi(product).at("/components/schemas/ResourceType")
              : type;
      assertThat(allows(schema, name)).isTrue();
      assertThat(allows(schema, lower)).isEqualTo(product.familyOfType(lower) != null);
      assertThat(allows(schema, name + "x")).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyReferenceLeadsSomewhereAndEveryOperationHasItsName(Product product) {
    JsonNode document = ContractSchemas.openApi(product);
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references)
        .isNotEmpty()
        .allMatch(reference -> !document.at(reference.substring(1)).isMissingNode());
    assertThat(document.findValuesAsText("operationId")).hasSize(6).doesNotHaveDuplicates();
  }

  private static boolean allows(JsonNode schema, String text) {
    int length = text.codePointCount(0, text.length());
    return length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
        && length >= schema.path("minLength").asInt()
        && (!schema.has("pattern") || text.matches(schema.get("pattern").textValue()))
        && (!schema.has("enum") || texts(schema.get("enum")).contains(text));
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("name").asText().equals(name))
        .findFirst()
        .orElseGet(MissingNode::getInstance);
  }

  private static Set<String> contentTypes() {
    return new TreeSet<>(List.of(Format.JSON.contentType(), Format.XML.contentType()));
  }

  private static Set<ApiError> errors(JsonNode document) {
    Set<ApiError> errors = new LinkedHashSet<>();
    for (JsonNode error : document.get("x-errors")) {
      errors.add(
          new ApiError(
              error.get("code").textValue(),
              error.get("status").intValue(),
              error.get("message").textValue()));
    }
    return errors;
  }

  private static Set<ApiError> errors(Product product) throws IllegalAccessException {
    List<ApiError> errors = new ArrayList<>();
    for (var field : GatewayErrors.class.getFields()) {
      errors.add((ApiError) field.get(null));
    }
    MANDATORY_IN_STRICT.forEach(name -> errors.add(GatewayErrors.missing(name)));
    errors.addAll(product.errors());
    return Set.copyOf(errors);
  }

  private static Set<String> codes(Set<ApiError> errors, Predicate<ApiError> which) {
    Set<String> codes = new TreeSet<>();
    errors.stream().filter(which).forEach(error -> codes.add(error.code()));
    return codes;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
