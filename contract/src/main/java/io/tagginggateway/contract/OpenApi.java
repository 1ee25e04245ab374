package io.tagginggateway.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.request.Format;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Derives the OpenAPI 3.1 document of a product. Not thread-safe. */
public final class OpenApi {
  private static final String HEADERS = "#/components/headers/";

  private final Product product;
  private final String rules;
  private final List<ApiError> errors;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  private OpenApi(Product product, String rules) {
    this.product = product;
    this.rules = rules;
    this.errors = ProductErrors.all(product);
  }

  /**
   * The document of a product.
   *
   * @param rules the name of the document that says how each rule is known
   */
  static ObjectNode of(Product product, String rules) {
    return new OpenApi(product, rules).describe();
  }

  private ObjectNode describe() {
    ProductHead head = product.head();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", head.name() + ": tags")
        .put("version", head.version())
        .put(
            "description",
            switch (head.style()) {
                  case RPC ->
                      "The tagging operations in the RPC style. Every request goes to the path /; what stands behind #"
                          + " in the paths below only tells the operations apart. POST takes the parameters in the query,"
                          + " in a form body, or in both.";
                  case ROA ->
                      "The tagging operations in the ROA style: each has a method and a path of its own.";
                }
                + " How each rule is known stands beside this document, in "
                + rules
                + ".");
    servers(head);
    ArrayNode security = document.putArray("security");
    security.addObject().putArray("V1");
    security.addObject().putArray("ACS3");
    document.put("x-product", head.code());
    document.put("x-default-format", product.defaultFormat().name());
    for (TagFamily family : product.tagFamilies().stream().limit(1).toList()) {
      document.put("x-max-tags-per-resource", family.limits().tagsPerResource());
    }
    paths(document.putObject("paths"));
    new OpenApiComponents(product, errors).addTo(document.putObject("components"));
    ArrayNode table = document.putArray("x-errors");
    for (ApiError error : errors) {
      table
          .addObject()
          .put("code", error.code())
          .put("status", error.status())
          .put("message", error.message());
    }
    return document;
  }

  private void servers(ProductHead head) {
    ArrayNode servers = document.putArray("servers");
    for (String host : head.hosts()) {
      ObjectNode server = servers.addObject();
      server.put("url", "https://" + host.replace(ProductHead.REGION, "{region}"));
      if (host.contains(ProductHead.REGION)) {
        server.putObject("variables").putObject("region").put("default", "cn-hangzhou");
      }
    }
  }

  private void paths(ObjectNode paths) {
    for (Operation operation : product.operations()) {
      if (operation instanceof TagOperation tag) {
        ObjectNode path = paths.withObject(JsonPointer.empty().appendProperty(path(tag)));
        for (String method : methods(product, tag)) {
          path.set(method.toLowerCase(Locale.ROOT), operation(tag, method));
        }
      }
    }
    for (ViewOperation view : Views.of(product)) {
      ObjectNode path =
          paths.withObject(JsonPointer.empty().appendProperty("/#Action=" + view.name()));
      for (String method : product.methods()) {
        path.set(method.toLowerCase(Locale.ROOT), operation(view, method));
      }
    }
  }

  /**
   * The path of an operation; in the RPC style, where all have one path, its name follows behind a
   * #.
   */
  public static String path(TagOperation operation) {
    RoaRequest request = operation.request();
    return request == null ? "/#Action=" + operation.name() : request.path();
  }

  /** The HTTP methods that an operation takes, the usual one first. */
  public static Collection<String> methods(Product product, TagOperation operation) {
    RoaRequest request = operation.request();
    return request == null ? product.methods() : List.of(request.method());
  }

  private ObjectNode operation(TagOperation operation, String method) {
    ObjectNode node = named(operation.name(), methods(product, operation), method);
    node.put("summary", summary(operation));
    ArrayNode parameters = RequestParameters.of(operation, product.region());
    RoaRequest request = operation.request();
    if (request != null && request.in() == RoaRequest.In.BODY) {
      node.set("requestBody", RequestBody.of(parameters));
    }
    node.set("parameters", parameters);
    addResponses(
        node, success(schemaName(operation, Format.JSON), schemaName(operation, Format.XML)));
    return node;
  }

  private ObjectNode operation(ViewOperation operation, String method) {
    ObjectNode node = named(operation.name(), product.methods(), method);
    node.put(
        "summary",
        switch (operation.kind()) {
          case LIST -> "Reads the tags of resources of all products, page by page.";
          case TAG -> "Adds or overwrites tags, resource by resource.";
          case UNTAG -> "Removes tags, resource by resource.";
          case KEYS -> "Reads the keys of tags.";
          case VALUES -> "Reads the values of one key.";
        });
    node.set("parameters", ViewParameters.of(operation, product.region()));
    addResponses(
        node, success(schemaName(operation, Format.JSON), schemaName(operation, Format.XML)));
    return node;
  }

  private static ObjectNode named(String name, Collection<String> methods, String method) {
    String id = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    String suffix = method.substring(0, 1) + method.substring(1).toLowerCase(Locale.ROOT);
    boolean first = method.equals(methods.iterator().next());
    return JsonNodeFactory.instance
        .objectNode()
        .put("operationId", first ? id : id + "By" + suffix);
  }

  private void addResponses(ObjectNode node, ObjectNode success) {
    ObjectNode responses = node.putObject("responses");
    responses.set("200", success);
    for (int status : statuses()) {
      responses
          .putObject(String.valueOf(status))
          .put("$ref", "#/components/responses/Error" + status);
    }
  }

  private Set<Integer> statuses() {
    Set<Integer> statuses = new TreeSet<>();
    errors.forEach(error -> statuses.add(error.status()));
    return statuses;
  }

  private static String summary(TagOperation operation) {
    return switch (operation.kind()) {
      case LIST -> "Reads tags, page by page. A list names resources, tags, or both.";
      case TAG -> "Adds or overwrites tags: on all the resources, or on none.";
      case UNTAG -> "Removes tags: from all the resources, or from none.";
    };
  }

  private static ObjectNode success(String json, String xml) {
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", "Done.");
    addHeaders(response);
    ObjectNode content = response.putObject("content");
    for (Format format : Format.values()) {
      content
          .putObject(format.contentType())
          .set("schema", AnswerSchemas.reference(format == Format.JSON ? json : xml));
    }
    return response;
  }

  /** The name of the schema of an operation's answers. */
  static String schemaName(TagOperation operation, Format format) {
    if (operation.kind() != TagOperation.Kind.LIST) {
      return operation.name();
    }
    return operation.name() + (format == Format.JSON ? "Json" : "Xml");
  }

  /** The same of the view, whose answers have the same fields in both formats. */
  static String schemaName(ViewOperation operation, Format format) {
    return operation.reads()
        ? operation.name() + (format == Format.JSON ? "Json" : "Xml")
        : operation.name();
  }

  /** The suffix of the names of a trio's schemas; empty for the product's first trio. */
  static String suffix(Product product, TagFamily family) {
    return product.tagFamilies().indexOf(family) == 0 ? "" : "Of" + family.names().list();
  }

  static void addHeaders(ObjectNode response) {
    ObjectNode headers = response.putObject("headers");
    for (String name : List.of("x-acs-request-id", "x-acs-trace-id")) {
      headers.putObject(name).put("$ref", HEADERS + name);
    }
  }
}
