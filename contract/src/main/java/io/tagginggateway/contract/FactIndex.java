package io.tagginggateway.contract;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.Fact;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.tagginggateway.core.product.file.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The standing and source of each fact of a product file, by its path in the file. Immutable. */
final class FactIndex {
  private final List<Fact> facts;

  private FactIndex(List<Fact> facts) {
    this.facts = facts;
  }

  /** The facts of a product's file; none for a product that has no file. */
  static FactIndex of(ProductEntry entry) {
    String text = entry.source();
    return new FactIndex(
        text.isEmpty() ? List.of() : ProductFileReader.read(entry.origin(), text).facts());
  }

  /** The facts at these places and below them. */
  private List<Fact> below(List<String> paths) {
    List<Fact> found = new ArrayList<>();
    for (Fact fact : facts) {
      for (String path : paths) {
        if (fact.path().equals(path)
            || fact.path().startsWith(path + ".")
            || fact.path().startsWith(path + "[")) {
          found.add(fact);
        }
      }
    }
    return found;
  }

  /** The weakest standing of the facts at these paths; chosen where there are none. */
  Standing standing(List<String> paths) {
    return below(paths).stream()
        .map(Fact::standing)
        .max(Comparator.naturalOrder())
        .orElse(Standing.CHOSEN);
  }

  /** Where the facts were found, each source once. */
  String source(List<String> paths) {
    Set<String> sources = new LinkedHashSet<>();
    for (Fact fact : below(paths)) {
      if (!fact.source().isEmpty() && fact.standing() != Standing.CHOSEN) {
        sources.add(fact.source());
      }
    }
    return String.join("; ", sources);
  }

  /**
   * The facts whose standing differs from that of most below a path, each with its standing; empty
   * if there are none.
   */
  String exceptions(String path) {
    List<Fact> found = below(List.of(path));
    Standing usual =
        found.stream().map(Fact::standing).min(Comparator.naturalOrder()).orElse(Standing.CHOSEN);
    List<String> others = new ArrayList<>();
    for (Fact fact : found) {
      if (fact.standing() != usual) {
        String note = fact.note().isEmpty() ? "" : ", " + fact.note();
        others.add(fact.value() + ": " + fact.standing().id() + note);
      }
    }
    return others.isEmpty() ? "" : " (" + String.join("; ", others) + ")";
  }
}
