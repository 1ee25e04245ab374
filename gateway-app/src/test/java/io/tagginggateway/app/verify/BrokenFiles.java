package io.tagginggateway.app.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.contract.Situations;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.List;

/** Servers that take one fact of a product's file wrongly, for each fact that a rule rests on. */
final class BrokenFiles {
  private BrokenFiles() {}

  static List<BrokenServer> of(Product product) {
    TagFamily family = product.tagFamilies().get(0);
    List<BrokenServer> broken = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      boolean met =
          Situations.met(situation, family).stream()
              .anyMatch(kind -> family.errors().find(situation, kind) != null);
      if (met && situation != Situation.RESOURCE_NOT_FOUND) {
        broken.add(BrokenServer.file(RuleIds.of(situation), p -> spoilError(p, situation)));
      }
    }
    for (String format : List.of("json", "xml")) {
      broken.add(BrokenServer.file("envelope-" + format, p -> addField(p.answer(format))));
      broken.add(BrokenServer.file("field-order-" + format, p -> reverse(p.answer(format))));
    }
    broken.add(BrokenServer.file("change-body", p -> addField(list(p.trio().get("changed")))));
    broken.add(BrokenServer.file("default-format", BrokenFiles::otherFormat));
    broken.add(BrokenServer.file("region", p -> otherRegion(p, product)));
    if (!family.types().open()) {
      broken.add(BrokenServer.file("type-case", BrokenFiles::otherCase));
    }
    if (family.types().names().size() > 1) {
      broken.add(BrokenServer.file("resource-types", BrokenFiles::oneTypeLess));
    }
    if (!family.types().answered().isEmpty()) {
      broken.add(
          BrokenServer.file(
              "answered-types", p -> p.trio().withObject("/types").remove("answered")));
    }
    broken.add(BrokenServer.file("max-resource-ids", p -> oneLess(p, "ids", family)));
    broken.add(BrokenServer.file("max-tags", p -> oneLess(p, "tags", family)));
    broken.add(BrokenServer.file("key-rule", p -> other(p, "key", "forbidden-prefixes")));
    broken.add(BrokenServer.file("value-rule", p -> other(p, "value", "forbidden-parts")));
    broken.add(BrokenServer.file("end-token", BrokenFiles::otherEnd));
    broken.add(BrokenServer.file("page-limit", p -> otherPages(p, family)));
    return broken;
  }

  private static void spoilError(SpoiledProduct p, Situation situation) {
    ObjectNode errors = p.trio().withObject("/errors");
    if (!errors.has(situation.id())) {
      errors.putObject(situation.id()).put("code", "").put("status", 400).put("message", "");
    }
    SpoiledProduct.spoilErrors(errors.get(situation.id()));
  }

  private static ArrayNode list(JsonNode node) {
    return (ArrayNode) SpoiledProduct.value(node);
  }

  private static void addField(ArrayNode fields) {
    fields.addObject().put("field", "Extra").put("value", true);
  }

  private static void reverse(ArrayNode fields) {
    List<JsonNode> items = new ArrayList<>();
    fields.forEach(item -> items.add(0, item));
    fields.removeAll();
    fields.addAll(items);
  }

  private static void otherFormat(SpoiledProduct p) {
    boolean json = SpoiledProduct.value(p.file().get("format")).asText().equals("json");
    p.file().put("format", json ? "xml" : "json");
  }

  private static void otherRegion(SpoiledProduct p, Product product) {
    p.file().remove("region-missing");
    p.file().put("region", product.region().missing() == null ? "required" : "optional");
  }

  private static void otherCase(SpoiledProduct p) {
    boolean exact = p.text("/types/case").equals("exact");
    p.trio().withObject("/types").put("case", exact ? "ignored" : "exact");
  }

  /** Without its last type, and without what is said of it elsewhere. */
  private static void oneTypeLess(SpoiledProduct p) {
    ArrayNode names = list(p.trio().at("/types/names"));
    String last = SpoiledProduct.value(names.remove(names.size() - 1)).asText();
    for (String place : List.of("/types/answered", "/errors/resource-not-found/by-type")) {
      if (p.trio().at(place) instanceof ObjectNode map) {
        map.remove(last);
      }
    }
  }

  private static void oneLess(SpoiledProduct p, String limit, TagFamily family) {
    var limits = limit.equals("ids") ? family.limits().ids() : family.limits().tags();
    ObjectNode each = p.trio().withObject("/limits").putObject(limit);
    each.put("list", limits.get(Kind.LIST) - 1);
    each.put("tag", limits.get(Kind.TAG)).put("untag", limits.get(Kind.UNTAG));
  }

  /** A text rule that allows what the product forbids, or the other way round. */
  private static void other(SpoiledProduct p, String rule, String name) {
    ObjectNode node = p.trio().withObject("/" + rule);
    boolean forbids = node.has(name) && !SpoiledProduct.value(node.get(name)).isEmpty();
    ArrayNode texts = node.putArray(name);
    if (!forbids) {
      texts.add(name.equals("forbidden-prefixes") ? "aliyun" : "http://");
    }
  }

  private static void otherEnd(SpoiledProduct p) {
    p.trio().put("end", p.text("/end").equals("-1") ? "" : "-1");
  }

  private static void otherPages(SpoiledProduct p, TagFamily family) {
    int usual = family.paging().defaultSize();
    ObjectNode page = p.trio().withObject("/page");
    if (family.paging().unit() == PageLimit.Unit.ROWS) {
      page.put("default", usual == 1 ? 2 : usual - 1);
    } else {
      // an odd number of rows, so that a resource with two is cut
      page.put("counts", "rows").put("default", usual % 2 == 0 ? usual - 1 : usual);
    }
  }
}
