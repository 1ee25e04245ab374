package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.file.Standing;
import io.tagginggateway.core.request.Format;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what the products' files say. */
final class ContractDocumentsTest {
  static List<ProductEntry> products() {
    return ContractSchemas.products();
  }

  static List<ProductEntry> contracts() {
    return ContractSchemas.contracts();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void errorsAreThoseOfTheTables(ProductEntry entry) {
    JsonNode document = ContractSchemas.openApi(entry);
    Set<String> codes = new TreeSet<>();
    GatewayErrors.all().forEach(error -> codes.add(error.code()));
    entry.product().tagErrors().stream()
        .filter(error -> !error.code().contains("{"))
        .forEach(error -> codes.add(error.code()));

    assertThat(texts(document.at("/components/schemas/Error/properties/Code/enum")))
        .containsAll(codes);
    for (JsonNode error : document.get("x-errors")) {
      String ofStatus = "/components/schemas/Error" + error.get("status").intValue();
      assertThat(texts(document.at(ofStatus + "/allOf/1/properties/Code/enum")))
          .contains(error.get("code").textValue());
    }
    for (ApiError error : entry.product().tagErrors()) {
      if (!error.code().contains("{")) {
        assertThat(found(document.get("x-errors"))).contains(error);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void everyOperationAnswersEveryMethodWithBothFormatsAndEveryStatus(ProductEntry entry) {
    JsonNode document = ContractSchemas.openApi(entry);
    Product product = entry.product();
    Set<String> statuses = new TreeSet<>(Set.of("200"));
    found(document.get("x-errors")).forEach(error -> statuses.add(String.valueOf(error.status())));

    for (TagOperation tag : ContractSchemas.operations(product)) {
      JsonNode path = document.get("paths").path(OpenApi.path(tag));
      for (String method : OpenApi.methods(product, tag)) {
        JsonNode node = path.path(method.toLowerCase(Locale.ROOT));
        assertThat(names(node.path("responses"))).isEqualTo(statuses);
        assertThat(names(node.at("/responses/200/content"))).isEqualTo(contentTypes());
        if (tag.request() == null) {
          assertThat(node.at("/parameters/0/schema/const").textValue()).isEqualTo(tag.name());
        }
      }
    }
    for (JsonNode response : document.at("/components/responses")) {
      assertThat(names(response.get("content"))).isEqualTo(contentTypes());
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void limitsTypesAndNamesAreThoseOfTheProduct(ProductEntry entry) {
    JsonNode document = ContractSchemas.openApi(entry);
    Product product = entry.product();

    assertThat(document.get("x-product").textValue()).isEqualTo(product.code());
    assertThat(document.at("/info/version").textValue()).isEqualTo(product.version());
    assertThat(document.at("/components/parameters/Version/schema/const").textValue())
        .isEqualTo(product.version());
    assertThat(document.at("/components/parameters/Format/schema/default").textValue())
        .isEqualTo(product.defaultFormat().name());
    for (TagOperation tag : ContractSchemas.operations(product)) {
      TagFamily family = tag.family();
      for (String method : OpenApi.methods(product, tag)) {
        JsonNode path = document.get("paths").path(OpenApi.path(tag));
        JsonNode node = path.path(method.toLowerCase(Locale.ROOT));
        String region = tag.parameters().region().name();
        assertThat(parameter(node, region).path("required").asBoolean())
            .isEqualTo(product.region().missing(tag.kind()) != null);
        assertThat(list(node, tag.parameters().ids()).path("maxItems").intValue())
            .isEqualTo(family.limits().ids().get(tag.kind()));
        if (tag.kind() == Kind.LIST && family.parameters().pageSize() != null) {
          JsonNode size = parameter(node, family.parameters().pageSize()).path("schema");
          assertThat(size.path("default").intValue()).isEqualTo(family.paging().defaultSize());
          assertThat(size.path("maximum").intValue()).isEqualTo(family.paging().maxSize());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void everyErrorThatARequestCanMeetStandsInTheRules(ProductEntry entry) {
    Rules rules = Rules.of(entry);
    List<TagFamily> families = entry.product().tagFamilies();
    for (TagFamily family : families) {
      String operation = families.indexOf(family) == 0 ? "" : family.names().list();
      for (Situation situation : Situation.values()) {
        for (Kind kind : Situations.met(situation, family)) {
          ApiError error = family.errors().find(situation, kind);
          if (error != null && situation != Situation.RESOURCE_NOT_FOUND) {
            assertThat(rules.get(RuleIds.of(situation), operation).text())
                .contains(error.code() + ", " + error.status());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void rulesDocumentHasEveryRuleOnceWithItsStanding(ProductEntry entry) {
    JsonNode document =
        ContractSchemas.json(ContractSchemas.document(entry, ContractDocument.Kind.RULES));
    assertThat(document).hasSize(Rules.of(entry).all().size()).hasSizeGreaterThan(60);
    Set<String> titles = new TreeSet<>();
    for (JsonNode rule : document) {
      assertThat(rule.get("standing").textValue()).isIn("documented", "sdk", "seen", "chosen");
      assertThat(rule.get("text").textValue()).isNotBlank();
      if (!quotes(entry.product())) {
        assertThat(rule.get("text").textValue()).doesNotContain("null", "{");
      }
      assertThat(titles.add(rule.get("id").textValue() + rule.path("operation").asText())).isTrue();
    }
  }

  /** Whether a code or key rule of the product itself has what else only a defect would write. */
  /** What other products do alike is not known from their own pages. */
  @ParameterizedTest
  @MethodSource("products")
  void onlyTheProductsWhosePagesSayItHaveSharedRulesThatAreDocumented(ProductEntry entry) {
    boolean found = Set.of("VpcIpam", "CloudAPI").contains(entry.head().code());
    List<Rule> shared = Rules.shared(entry);

    assertThat(shared).filteredOn(rule -> rule.id().equals("list-by-id")).isNotEmpty();
    assertThat(shared.stream().anyMatch(rule -> rule.standing() == Standing.DOC)).isEqualTo(found);
    assertThat(shared).allMatch(rule -> found || rule.standing() == Standing.CHOSEN);
  }

  private static boolean quotes(Product product) {
    return product.tagFamilies().toString().contains("{")
        || product.errors().stream()
            .anyMatch(error -> (error.code() + error.message()).matches(".*(null|\\{).*"));
  }

  private static JsonNode list(JsonNode operation, String name) {
    JsonNode parameter = parameter(operation, name);
    return parameter.has("schema")
        ? parameter.get("schema")
        : parameter.at("/content/application~1json/schema");
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    JsonNode parameter = ContractSchemas.parameter(operation, name);
    return parameter == null ? MissingNode.getInstance() : parameter;
  }

  private static Set<String> contentTypes() {
    return new TreeSet<>(List.of(Format.JSON.contentType(), Format.XML.contentType()));
  }

  private static Set<ApiError> found(JsonNode table) {
    Set<ApiError> errors = new LinkedHashSet<>();
    for (JsonNode error : table) {
      errors.add(
          new ApiError(
              error.get("code").textValue(),
              error.get("status").intValue(),
              error.get("message").textValue()));
    }
    return errors;
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
