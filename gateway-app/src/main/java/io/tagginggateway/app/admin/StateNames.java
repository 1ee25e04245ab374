package io.tagginggateway.app.admin;

import io.tagginggateway.app.text.KnownNames;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.Texts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the names in calls of the admin API may be; says what is known for one that is not. */
final class StateNames {
  private final Products products;

  StateNames(Products products) {
    this.products = products;
  }

  /** What is wrong with a product's code, or null if nothing is. */
  @Nullable Problem product(String code) {
    return products.find(code) != null ? null : unknown("product", code, products.codes());
  }

  /** What is wrong with a region, or null if nothing is. */
  @Nullable Problem region(String region) {
    return Texts.isRegion(region)
        ? null
        : new Problem(400, "No region id: " + region + "; it has letters, digits and hyphens");
  }

  /**
   * The canonical names of a type as requests may spell it; empty if it is unknown. A product that
   * takes any type is meant only where it is named.
   *
   * @param product the only product that is asked, or null for all
   */
  Set<String> types(@Nullable String product, String sent) {
    Set<String> names = new LinkedHashSet<>();
    for (String code : product == null ? products.codes() : Set.of(product)) {
      TagFamily family = products.familyOfType(code, sent);
      String canonical = family == null ? null : family.types().canonical(sent);
      if (canonical != null
          && (product != null || products.resourceTypes(code).contains(canonical))) {
        names.add(canonical);
      }
    }
    return names;
  }

  /** The answer to a type that is unknown. */
  Problem unknownType(@Nullable String product, String sent) {
    Set<String> known = new TreeSet<>();
    for (String code : product == null ? products.codes() : Set.of(product)) {
      known.addAll(products.resourceTypes(code));
    }
    String what = product == null ? "resource type" : "resource type of " + product;
    return unknown(what, sent, known);
  }

  private static Problem unknown(String kind, String asked, Collection<String> known) {
    return new Problem(400, KnownNames.unknown(kind, asked, known));
  }
}
