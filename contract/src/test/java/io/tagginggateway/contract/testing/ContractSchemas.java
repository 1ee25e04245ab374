package io.tagginggateway.contract.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas in a product's contract documents, put to work. */
public final class ContractSchemas {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonNode openApi;
  private final Schema xsd;

  private ContractSchemas(JsonNode openApi, Schema xsd) {
    this.openApi = openApi;
    this.xsd = xsd;
  }

  /** The schemas that a module brings. */
  public static ContractSchemas of(Product product) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      byte[] xsd = ContractDocument.of(product, ContractDocument.Kind.XSD).content();
      Schema schema = factory.newSchema(new StreamSource(new ByteArrayInputStream(xsd)));
      return new ContractSchemas(openApi(product), schema);
    } catch (SAXException e) {
      throw new AssertionError("the XSD of " + product.code() + " is none", e);
    }
  }

  /** The OpenAPI document. */
  public static JsonNode openApi(Product product) {
    try {
      return MAPPER.readTree(ContractDocument.of(product, ContractDocument.Kind.OPENAPI).content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every product on the class path. */
  public static List<Product> products() {
    return ProductBundle.installed().entries().stream().map(ProductEntry::product).toList();
  }

  /**
   * What is wrong with a JSON body under a schema of the document's components; empty if nothing.
   */
  public String json(String schemaName, String body) {
    JsonNode schema =
        MAPPER
            .createObjectNode()
            .put("$ref", "#/components/schemas/" + schemaName)
            .set("components", openApi.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(body, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining("; "));
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
}
