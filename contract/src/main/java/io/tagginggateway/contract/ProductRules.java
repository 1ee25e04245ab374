package io.tagginggateway.contract;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Derives the rules of one product version from its file. Not thread-safe. */
final class ProductRules {
  private static final Set<String> USUAL_METHODS = Set.of("GET", "POST");

  private final Product product;
  private final FactIndex facts;
  private final List<Rule> rules = new ArrayList<>();

  private ProductRules(ProductEntry entry) {
    product = entry.product();
    facts = FactIndex.of(entry);
  }

  /** The rules that the file of a product makes, those of its first trio first. */
  static List<Rule> of(ProductEntry entry) {
    ProductRules derived = new ProductRules(entry);
    derived.wholeProduct();
    List<TagFamily> families = derived.product.tagFamilies();
    for (int i = 0; i < families.size(); i++) {
      String operation = i == 0 ? "" : families.get(i).names().list();
      derived.rules.addAll(
          new TagFamilyRules(families.get(i), operation, "tags[" + i + "]", derived.facts)
              .derive());
    }
    List<ViewOperation> view = Views.of(derived.product);
    if (!view.isEmpty()) {
      derived.rules.addAll(new ViewRules(view, derived.facts).derive());
    }
    return List.copyOf(derived.rules);
  }

  private void wholeProduct() {
    ProductHead head = product.head();
    String hosts = "Answers " + Texts.and(head.hosts()) + ", in any case";
    add("hosts", hosts + facts.exceptions("hosts.names"), "hosts.names");
    add("region", region(), "region", "region-missing");
    if (!product.methods().equals(USUAL_METHODS)) {
      add("methods", "Takes " + Texts.and(product.methods().stream().sorted().toList()), "methods");
    }
    String format = product.defaultFormat() == Format.JSON ? "JSON" : "XML";
    add(
        "default-format",
        "Answers in " + format + " when nothing asks for another format",
        "format");
  }

  private String region() {
    var missing = product.region().missing();
    return missing == null
        ? "RegionId is optional: else the region of the host, else the configured one"
        : "RegionId is mandatory; without it " + missing.code() + ", " + missing.status();
  }

  private void add(String id, String text, String... paths) {
    List<String> places = List.of(paths);
    rules.add(new Rule(id, "", facts.standing(places), facts.source(places), text));
  }
}
