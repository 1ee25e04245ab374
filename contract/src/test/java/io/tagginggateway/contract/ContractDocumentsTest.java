package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.BrokenRule;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.TagRules;
import io.tagginggateway.core.request.Action;
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

  static List<ProductModule> modules() {
    return ContractSchemas.modules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void errorsAreThoseOfTheTables(ProductModule module) throws Exception {
    JsonNode document = ContractSchemas.openApi(module);

    assertThat(errors(document)).isEqualTo(errors(module));
    assertThat(texts(document.at("/components/schemas/Error/properties/Code/enum")))
        .isEqualTo(codes(errors(module), error -> true));
    for (JsonNode response : document.at("/paths").findValue("get").get("responses")) {
      assertThat(response.has("$ref") || response.has("description")).isTrue();
    }
    for (ApiError error : errors(module)) {
      int status = error.status();
      assertThat(
              texts(
                  document.at("/components/schemas/Error" + status + "/allOf/1").findValue("enum")))
          .as("codes with status %d", status)
          .isEqualTo(codes(errors(module), other -> other.status() == status));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyActionAnswersBothMethodsWithBothFormatsAndEveryStatus(ProductModule module)
      throws Exception {
    JsonNode document = ContractSchemas.openApi(module);
    Set<String> statuses = new TreeSet<>(Set.of("200"));
    errors(module).forEach(error -> statuses.add(String.valueOf(error.status())));

    assertThat(names(document.get("paths"))).hasSize(Action.values().length);
    for (Action action : Action.values()) {
      for (String method : List.of("get", "post")) {
        JsonNode operation =
            document.get("paths").path("/#Action=" + action.wireName()).path(method);
        assertThat(names(operation.path("responses"))).isEqualTo(statuses);
        assertThat(names(operation.at("/responses/200/content"))).isEqualTo(contentTypes());
        assertThat(operation.at("/parameters/0/schema/const").textValue())
            .isEqualTo(action.wireName());
      }
    }
    for (JsonNode response : document.at("/components/responses")) {
      assertThat(names(response.get("content"))).isEqualTo(contentTypes());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void limitsTypesAndNamesAreThoseOfTheModule(ProductModule module) {
    JsonNode document = ContractSchemas.openApi(module);
    TagRules rules = module.rules();
    JsonNode list = document.at("/paths").path("/#Action=ListTagResources").path("get");

    assertThat(document.get("x-product").textValue()).isEqualTo(module.product().code());
    assertThat(document.at("/info/version").textValue()).isEqualTo(module.product().version());
    assertThat(document.at("/components/parameters/Version/schema/const").textValue())
        .isEqualTo(module.product().version());
    assertThat(document.at("/components/parameters/Format/schema/default").textValue())
        .isEqualTo(module.product().defaultFormat().name());
    assertThat(document.at("/components/parameters/RegionId/required").booleanValue())
        .isEqualTo(module.product().regionRequired());
    assertThat(texts(document.at("/components/schemas/ResourceType/enum")))
        .isEqualTo(new TreeSet<>(rules.resourceTypes()));
    assertThat(document.get("x-max-tags-per-resource").intValue())
        .isEqualTo(rules.maxTagsPerResource());
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(parameter(operation, "ResourceId").at("/schema/maxItems").intValue())
            .isEqualTo(rules.maxResourceIds());
      }
    }
    assertThat(parameter(list, "Tag").at("/schema/maxItems").intValue()).isEqualTo(rules.maxTags());
    JsonNode maxResults = parameter(list, "MaxResults").path("schema");
    if (rules.paging().unit() == PageLimit.Unit.ROWS) {
      assertThat(maxResults.path("default").intValue()).isEqualTo(rules.paging().defaultSize());
      assertThat(maxResults.path("maximum").intValue()).isEqualTo(rules.paging().maxSize());
    } else {
      assertThat(maxResults.isMissingNode()).isTrue();
      assertThat(document.findValue("PageSize").path("maximum").intValue())
          .isEqualTo(rules.paging().maxSize());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void typesKeysAndValuesAreAllowedByTheDocumentAsByTheModule(ProductModule module) {
    JsonNode list =
        ContractSchemas.openApi(module).at("/paths").path("/#Action=ListTagResources").path("get");
    JsonNode tag = parameter(list, "Tag").at("/schema/items/properties");
    JsonNode type =
        ContractSchemas.openApi(module).at("/components/parameters/ResourceType/schema");
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
          .isEqualTo(module.rules().filterKey().test(sample));
      assertThat(allows(tag.get("Value"), sample))
          .as("value %s", sample)
          .isEqualTo(module.rules().value().test(sample));
    }
    for (String name : module.rules().resourceTypes()) {
      String lower = name.toLowerCase(Locale.ROOT);
      JsonNode schema =
          type.has("$ref")
              ? ContractSchemas.openApi(module).at("/components/schemas/ResourceType")
              : type;
      assertThat(allows(schema, name)).isTrue();
      assertThat(allows(schema, lower)).isEqualTo(module.rules().canonicalType(lower) != null);
      assertThat(allows(schema, name + "x")).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyRuleThatARequestCanBreakStandsInTheCatalogue(ProductModule module) {
    Rules rules = Rules.of(module);
    for (BrokenRule rule : BrokenRule.values()) {
      ApiError error = module.error(rule);
      assertThat(rules.get("error." + rule.name()).text())
          .endsWith(": " + error.code() + ", " + error.status());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyReferenceLeadsSomewhereAndEveryOperationHasItsName(ProductModule module) {
    JsonNode document = ContractSchemas.openApi(module);
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

  private static Set<ApiError> errors(ProductModule module) throws IllegalAccessException {
    List<ApiError> errors = new ArrayList<>();
    for (var field : GatewayErrors.class.getFields()) {
      errors.add((ApiError) field.get(null));
    }
    MANDATORY_IN_STRICT.forEach(name -> errors.add(GatewayErrors.missing(name)));
    if (module.product().regionRequired()) {
      errors.add(GatewayErrors.missing("RegionId"));
    }
    for (BrokenRule rule : BrokenRule.values()) {
      errors.add(module.error(rule));
    }
    module.rules().resourceTypes().forEach(type -> errors.add(module.resourceNotFound(type)));
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
