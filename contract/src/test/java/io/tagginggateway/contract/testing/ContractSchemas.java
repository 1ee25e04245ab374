package io.tagginggateway.contract.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.contract.ContractDocuments;
import io.tagginggateway.contract.Views;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas in a product's contract documents, put to work. Not thread-safe. */
public final class ContractSchemas {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonNode openApi;
  private final Schema xsd;
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  private ContractSchemas(JsonNode openApi, Schema xsd) {
    this.openApi = openApi;
    this.xsd = xsd;
  }

  /** The schemas of a product. */
  public static ContractSchemas of(ProductEntry product) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      byte[] xsd = document(product, ContractDocument.Kind.XSD).content();
      Schema schema = factory.newSchema(new StreamSource(new ByteArrayInputStream(xsd)));
      return new ContractSchemas(openApi(product), schema);
    } catch (SAXException e) {
      throw new AssertionError("the XSD of " + product.head().title() + " is none", e);
    }
  }

  /** A document of a product. */
  public static ContractDocument document(ProductEntry product, ContractDocument.Kind kind) {
    return new ContractDocuments(new Products(List.of(product))).of(product, kind);
  }

  /** The OpenAPI document. */
  public static JsonNode openApi(ProductEntry product) {
    return json(document(product, ContractDocument.Kind.OPENAPI));
  }

  /** A document in JSON, read. */
  public static JsonNode json(ContractDocument document) {
    try {
      return MAPPER.readTree(document.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A product's operations on tags. */
  public static List<TagOperation> operations(Product product) {
    return product.operations().stream()
        .filter(TagOperation.class::isInstance)
        .map(TagOperation.class::cast)
        .toList();
  }

  /** Every product on the class path that has trios of tag operations. */
  public static List<ProductEntry> products() {
    return ProductBundle.installed().entries().stream()
        .filter(entry -> !entry.product().tagFamilies().isEmpty())
        .toList();
  }

  /** Every product on the class path that has a contract: trios of tag operations, or a view. */
  public static List<ProductEntry> contracts() {
    return ProductBundle.installed().entries().stream()
        .filter(entry -> Views.hasContract(entry.product()))
        .toList();
  }

  /**
   * What is wrong with a JSON body under a schema of the document's components; empty if nothing.
   */
  public String json(String schemaName, String body) {
    return schemas
        .computeIfAbsent(schemaName, this::schema)
        .validate(body, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining("; "));
  }

  /** What is wrong with an answer of the product to any of its operations; empty if nothing. */
  public String answer(Product product, int status, String body) {
    if (body.startsWith("<")) {
      return xml(body);
    }
    if (status != 200) {
      return json("Error" + status, body);
    }
    // What is a list in one trio may be a change in no other: an answer is valid under its own.
    List<String> problems = new ArrayList<>();
    for (Operation operation : product.operations()) {
      String problem = json(operation.name() + (operation.reads() ? "Json" : ""), body);
      if (problem.isEmpty()) {
        return "";
      }
      problems.add(problem);
    }
    return String.join("; ", problems);
  }

  private JsonSchema schema(String name) {
    JsonNode schema =
        MAPPER
            .createObjectNode()
            .put("$ref", "#/components/schemas/" + name)
            .set("components", openApi.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
  }

  /** What is wrong with an XML body; empty if nothing. */
  public String xml(String body) {
    try {
      xsd.newValidator().validate(new StreamSource(new StringReader(body)));
      return "";
    } catch (SAXException e) {
      return e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What an OpenAPI operation says of a parameter, wherever it stands: an object with {@code
   * required} and {@code schema} or {@code content}; null if there is none of that name.
   */
  public static JsonNode parameter(JsonNode operation, String name) {
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter;
      }
    }
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    JsonNode property = body.path("properties").path(name);
    if (property.isMissingNode()) {
      return null;
    }
    boolean required = false;
    for (JsonNode each : body.path("required")) {
      required |= each.textValue().equals(name);
    }
    return MAPPER.createObjectNode().put("required", required).set("schema", property);
  }
}
