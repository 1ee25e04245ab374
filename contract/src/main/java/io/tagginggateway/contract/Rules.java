package io.tagginggateway.contract;

import io.tagginggateway.core.product.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that hold for one product: its own, then those that all products share. */
public final class Rules {
  private static final String SHARED = "gateway.rules.json";

  private final Map<String, Rule> byId;

  private Rules(List<Rule> rules) {
    Map<String, Rule> found = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (found.put(rule.id(), rule) != null) {
        throw new IllegalStateException("the rule " + rule.id() + " stands twice");
      }
    }
    byId = Collections.unmodifiableMap(found);
  }

  /** The rules that hold for a product. */
  public static Rules of(Product product) {
    List<Rule> rules = new ArrayList<>(own(product));
    rules.addAll(shared());
    return new Rules(rules);
  }

  /** The rules that only this product has, or has in its own way; none if it brings no list. */
  public static List<Rule> own(Product product) {
    ContractDocument document = ContractDocument.of(product, ContractDocument.Kind.RULES);
    return document == null ? List.of() : Rule.read(document.content());
  }

  /** The rules that all products share. */
  public static List<Rule> shared() {
    byte[] content = ContractDocument.read(Rules.class, SHARED);
    if (content == null) {
      throw new IllegalStateException("no resource " + SHARED);
    }
    return Rule.read(content);
  }

  /** The rule of this id. */
  public Rule get(String id) {
    Rule rule = byId.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return rule;
  }
}
