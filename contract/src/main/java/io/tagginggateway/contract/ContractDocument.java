package io.tagginggateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tagginggateway.core.product.ProductEntry;
import java.nio.charset.StandardCharsets;

/**
 * A document of a product's contract, derived from its file.
 *
 * @param name the file name, such as {@code VpcIpam.openapi.json}
 * @param contentType what it is
 * @param content its bytes; do not change them
 */
@SuppressWarnings("ArrayRecordComponent") // served as it is, never compared
public record ContractDocument(String name, String contentType, byte[] content) {

  /** The kinds of documents. */
  public enum Kind {
    /** The operations and the schemas of their answers in both formats, as OpenAPI 3.1. */
    OPENAPI(".openapi.json", "application/json;charset=utf-8"),
    /** The schema of the answers in XML. */
    XSD(".xsd", "application/xml;charset=utf-8"),
    /** The rules of the dialect, each with its standing. */
    RULES(".rules.json", "application/json;charset=utf-8");

    private final String suffix;
    private final String contentType;

    Kind(String suffix, String contentType) {
      this.suffix = suffix;
      this.contentType = contentType;
    }

    /** How names of this kind end. */
    String suffix() {
      return suffix;
    }
  }

  /**
   * Derives a document.
   *
   * @param base what its name begins with
   */
  static ContractDocument of(ProductEntry entry, Kind kind, String base) {
    String text =
        switch (kind) {
          case OPENAPI -> json(OpenApi.of(entry.product(), base + Kind.RULES.suffix));
          case XSD -> Xsd.of(entry.product());
          case RULES -> json(rules(entry));
        };
    return new ContractDocument(
        base + kind.suffix, kind.contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode rules(ProductEntry entry) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    for (Rule rule : Rules.of(entry).all()) {
      var node = rules.addObject().put("id", rule.id());
      if (!rule.operation().isEmpty()) {
        node.put("operation", rule.operation());
      }
      node.put("standing", rule.standingWord());
      if (!rule.source().isEmpty()) {
        node.put("source", rule.source());
      }
      node.put("text", rule.text());
    }
    return rules;
  }

  private static String json(JsonNode node) {
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
