package io.tagginggateway.app.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.ProductFileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A product's file with something in it changed: what a server does that takes a fact wrongly. */
final class SpoiledProduct {
  private static final Set<String> ABOUT = Set.of("standing", "source", "note");

  private final ProductEntry original;
  private final ObjectNode file;

  SpoiledProduct(ProductEntry original) {
    this.original = original;
    try {
      this.file = (ObjectNode) new YAMLMapper().readTree(original.source());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // They name types of the trios, and verify does not look at them.
    file.remove("resources");
    if (!file.has("standing")) {
      file.put("standing", "chosen");
    }
  }

  ObjectNode file() {
    return file;
  }

  /** The first trio. */
  ObjectNode trio() {
    return (ObjectNode) file.get("tags").get(0);
  }

  /** The text at a place of the first trio, without what is said about it; empty if not there. */
  String text(String pointer) {
    return value(trio().at(pointer)).asText("");
  }

  /** A value without what is said about it. */
  static JsonNode value(JsonNode node) {
    if (node.has("value")) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      names.removeAll(ABOUT);
      return names.size() == 1 ? node.get("value") : node;
    }
    return node;
  }

  /** Both lists of a list's fields, each for itself. */
  ArrayNode answer(String format) {
    ObjectNode answer = trio().withObject("/answer");
    if (!answer.has("xml")) {
      answer.set("xml", answer.get("json").deepCopy());
    }
    return (ArrayNode) value(answer.get(format));
  }

  /** Makes every error in a node another one. */
  static void spoilErrors(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has("code")) {
        object.removeAll();
        object.put("code", "Spoiled").put("status", 409).put("message", "Spoiled.");
        object.put("standing", "chosen");
      } else {
        object.forEach(SpoiledProduct::spoilErrors);
      }
    }
  }

  /** The product that such a file makes. */
  ProductEntry entry() {
    String text = file.toString();
    var product = ProductFileReader.read("spoiled " + original.origin(), text).product();
    return new ProductEntry(product.head(), "spoiled", () -> product, () -> text);
  }
}
