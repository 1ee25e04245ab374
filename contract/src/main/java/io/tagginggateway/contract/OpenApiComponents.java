package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.request.Format;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The components of a product's OpenAPI document: schemas, responses, parameters, headers. */
final class OpenApiComponents {
  private final Product product;
  private final Map<Integer, Set<String>> codes = new TreeMap<>();

  OpenApiComponents(Product product, List<ApiError> errors) {
    this.product = product;
    for (ApiError error : errors) {
      codes.computeIfAbsent(error.status(), status -> new TreeSet<>()).add(error.code());
    }
  }

  void addTo(ObjectNode components) {
    ObjectNode schemas = components.putObject("schemas");
    schemas.set(
        "RequestId",
        TextSchemas.string()
            .put("pattern", "^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$")
            .put("description", "An upper-case UUID, also in the header x-acs-request-id."));
    for (TagFamily family : product.tagFamilies()) {
      new AnswerSchemas(family, OpenApi.suffix(product, family)).addShared(schemas);
    }
    product.operations().forEach(operation -> addAnswers(schemas, operation));
    for (ViewOperation operation : Views.of(product)) {
      for (Format format : Format.values()) {
        schemas.set(OpenApi.schemaName(operation, format), ViewSchemas.answer(operation));
      }
    }
    addErrors(schemas, components.putObject("responses"));
    addParameters(components.putObject("parameters"));
    addHeaders(components.putObject("headers"));
    addSecurity(components.putObject("securitySchemes"));
  }

  private void addAnswers(ObjectNode schemas, Operation operation) {
    if (operation instanceof TagOperation tag) {
      String suffix = OpenApi.suffix(product, tag.family());
      AnswerSchemas answers = new AnswerSchemas(tag.family(), suffix);
      switch (tag.kind()) {
        case LIST -> {
          schemas.set(OpenApi.schemaName(tag, Format.JSON), answers.list(Format.JSON));
          schemas.set(OpenApi.schemaName(tag, Format.XML), inXml(answers.list(Format.XML), tag));
        }
        case TAG, UNTAG ->
            schemas.set(
                OpenApi.schemaName(tag, Format.JSON), inXml(answers.changed(tag.kind()), tag));
      }
    }
  }

  private static ObjectNode inXml(ObjectNode schema, TagOperation operation) {
    schema.putObject("xml").put("name", operation.responseName());
    return schema;
  }

  private void addErrors(ObjectNode schemas, ObjectNode responses) {
    ObjectNode error = schemas.putObject("Error").put("type", "object");
    error.putObject("xml").put("name", "Error");
    error.put(
        "description", "JSON in this order; XML as RequestId, HostId, Code, Message, Recommend.");
    ObjectNode properties = error.putObject("properties");
    properties.set("RequestId", AnswerSchemas.reference("RequestId"));
    properties.set("Message", TextSchemas.string().put("minLength", 1));
    properties.set("Recommend", TextSchemas.string().put("format", "uri"));
    properties.set("HostId", TextSchemas.string());
    ArrayNode all =
        ((ObjectNode) properties.set("Code", TextSchemas.string())).withArray("/Code/enum");
    Set<String> distinct = new TreeSet<>();
    codes.values().forEach(distinct::addAll);
    distinct.forEach(all::add);
    ArrayNode required = error.putArray("required");
    properties.fieldNames().forEachRemaining(required::add);
    error.put("additionalProperties", false);
    codes.forEach(
        (status, ofStatus) -> {
          ArrayNode both = schemas.putObject("Error" + status).putArray("allOf");
          both.add(AnswerSchemas.reference("Error"));
          ArrayNode own =
              both.addObject().putObject("properties").putObject("Code").putArray("enum");
          ofStatus.forEach(own::add);
          responses.set("Error" + status, response(status));
        });
  }

  private static ObjectNode response(int status) {
    ObjectNode response =
        JsonNodeFactory.instance
            .objectNode()
            .put("description", "One of the errors of this status in x-errors.");
    OpenApi.addHeaders(response);
    ObjectNode content = response.putObject("content");
    for (Format format : Format.values()) {
      content
          .putObject(format.contentType())
          .set("schema", AnswerSchemas.reference("Error" + status));
    }
    return response;
  }

  private void addParameters(ObjectNode parameters) {
    parameter(parameters, "Version", true, "Or the header x-acs-version.")
        .put("const", product.version());
    ObjectNode format =
        parameter(
            parameters, "Format", false, "In any case; else Accept decides, else the default.");
    format.putArray("enum").add("JSON").add("XML");
    format.put("default", product.defaultFormat().name());
  }

  private static ObjectNode parameter(
      ObjectNode parameters, String name, boolean required, String description) {
    ObjectNode parameter = parameters.putObject(name);
    parameter.put("name", name).put("in", "query").put("required", required);
    parameter.put("description", description);
    return parameter.putObject("schema");
  }

  private static void addHeaders(ObjectNode headers) {
    headers
        .putObject("x-acs-request-id")
        .put("required", true)
        .set("schema", AnswerSchemas.reference("RequestId"));
    headers
        .putObject("x-acs-trace-id")
        .put("required", true)
        .set("schema", TextSchemas.string().put("pattern", "^[0-9a-f]{32}$"));
  }

  private static void addSecurity(ObjectNode schemes) {
    schemes
        .putObject("V1")
        .put("type", "apiKey")
        .put("in", "query")
        .put("name", "Signature")
        .put(
            "description",
            "HMAC-SHA1 over the sorted parameters, SignatureVersion 1.0; with AccessKeyId,"
                + " SignatureMethod, SignatureNonce and Timestamp.");
    schemes
        .putObject("ACS3")
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "Authorization")
        .put(
            "description",
            "ACS3-HMAC-SHA256 over method, path, query, headers and the body's hash.");
  }
}
