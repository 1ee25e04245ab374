package io.tagginggateway.app.admin;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.file.Fact;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A product file as the admin API tells it: its text, and each fact with its standing. The errors
 * that the file leaves to the family are among the facts, as chosen ones.
 */
final class ProductFileJson {
  private ProductFileJson() {}

  static JsonObject of(ProductEntry entry) {
    String text = entry.source();
    JsonArray facts = new JsonArray();
    Set<String> paths = new HashSet<>();
    for (Fact fact : ProductFileReader.read(entry.origin(), text).facts()) {
      paths.add(fact.path());
      facts.add(
          new JsonObject()
              .put("path", fact.path())
              .put("value", fact.value())
              .put("standing", fact.standing().id())
              .put("source", fact.source())
              .put("note", fact.note()));
    }
    List<TagFamily> families = entry.product().tagFamilies();
    for (int n = 0; n < families.size(); n++) {
      addInherited(facts, paths, "tags[" + n + "].errors.", families.get(n));
    }
    return new JsonObject()
        .put("code", entry.head().code())
        .put("version", entry.head().version())
        .put("name", entry.head().name())
        .put("file", entry.origin())
        .put("text", text)
        .put("facts", facts);
  }

  private static void addInherited(
      JsonArray facts, Set<String> paths, String errors, TagFamily family) {
    for (Situation situation : Situation.values()) {
      String path = errors + situation.id() + '.';
      if (paths.contains(path + "code") || paths.contains(path + "other.code")) {
        continue;
      }
      for (Kind kind : Kind.values()) {
        String own = path + kind.name().toLowerCase(Locale.ROOT) + '.';
        ApiError error = family.errors().find(situation, kind);
        if (error != null && family.names().get(kind) != null && !paths.contains(own + "code")) {
          facts.add(inherited(own + "code", error.code()));
          facts.add(inherited(own + "status", String.valueOf(error.status())));
          facts.add(inherited(own + "message", error.message()));
        }
      }
    }
  }

  private static JsonObject inherited(String path, String value) {
    return new JsonObject()
        .put("path", path)
        .put("value", value)
        .put("standing", "chosen")
        .put("source", "")
        .put("note", "the family's");
  }
}
