package io.tagginggateway.app.admin;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.Fact;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A product file as the admin API tells it: its text, and each fact with its standing. */
final class ProductFileJson {
  private ProductFileJson() {}

  static JsonObject of(ProductEntry entry) {
    String text = entry.source();
    JsonArray facts = new JsonArray();
    for (Fact fact : ProductFileReader.read(entry.origin(), text).facts()) {
      facts.add(
          new JsonObject()
              .put("path", fact.path())
              .put("value", fact.value())
              .put("standing", fact.standing().id())
              .put("source", fact.source())
              .put("note", fact.note()));
    }
    return new JsonObject()
        .put("code", entry.head().code())
        .put("version", entry.head().version())
        .put("name", entry.head().name())
        .put("file", entry.origin())
        .put("text", text)
        .put("facts", facts);
  }
}
