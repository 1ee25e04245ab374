package io.tagginggateway.contract.pages;

import io.tagginggateway.contract.Rule;
import io.tagginggateway.contract.Rules;
import io.tagginggateway.contract.Views;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.file.Fact;
import io.tagginggateway.core.product.file.ProductFileReader;
import io.tagginggateway.core.product.file.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of products in README and docs/products.md. */
final class ProductsPage {
  private static final Set<String> SHOWN =
      Set.of("envelope-json", "rows", "end-token", "page-limit", "default-format");

  private ProductsPage() {}

  /** Every product in a row: what differs at first sight, and how much of its file is known how. */
  static String table(List<ProductEntry> products) {
    StringBuilder table = new StringBuilder();
    table.append(
        "| product | version | hosts below .localhost | operations | types | rows, pages, end"
            + " | documented | sdk | seen | chosen |\n");
    table.append("|---|---|---|---|---|---|---|---|---|---|\n");
    products.forEach(product -> table.append(row(product)));
    return table.toString();
  }

  private static String row(ProductEntry entry) {
    String operations =
        entry.product().operations().stream()
            .map(Operation::name)
            .collect(Collectors.joining(", "));
    return String.format(
        "| %s `%s` | %s | `%s` | %s | %s | %s |%s%n",
        entry.head().name(),
        entry.head().code(),
        entry.head().version(),
        entry.head().hostLabel(),
        operations,
        types(entry),
        rules(entry),
        known(entry));
  }

  /** How many facts of the file are known how. */
  private static String known(ProductEntry entry) {
    List<Fact> facts = ProductFileReader.read(entry.origin(), entry.source()).facts();
    StringBuilder counts = new StringBuilder();
    for (Standing standing : Standing.values()) {
      long count = facts.stream().filter(fact -> fact.standing() == standing).count();
      counts.append(' ').append(count).append(" |");
    }
    return counts.toString();
  }

  private static String types(ProductEntry entry) {
    if (!Views.of(entry.product()).isEmpty()) {
      return "those of all products, by ARN";
    }
    if (entry.product().tagFamilies().isEmpty()) {
      return "none: it has no tags";
    }
    List<String> names = entry.product().resourceTypes();
    boolean open = entry.product().tagFamilies().stream().anyMatch(family -> family.types().open());
    String shown = names.stream().limit(6).collect(Collectors.joining(", "));
    String more = names.size() > 6 ? " and " + (names.size() - 6) + " more" : "";
    return shown + more + (open ? (names.isEmpty() ? "any" : ", and any other") : "");
  }

  private static String rules(ProductEntry entry) {
    return Rules.own(entry).stream()
        .filter(rule -> SHOWN.contains(rule.id()) && rule.operation().isEmpty())
        .map(Rule::text)
        .collect(Collectors.joining(". "))
        .replace("|", "\\|");
  }

  /** How many products with tag operations, their versions and trios there are. */
  static String count(List<ProductEntry> all) {
    List<ProductEntry> products =
        all.stream().filter(entry -> !entry.product().tagFamilies().isEmpty()).toList();
    long codes = products.stream().map(product -> product.head().code()).distinct().count();
    long trios =
        products.stream()
            .map(product -> product.product().tagFamilies())
            .mapToLong(List<TagFamily>::size)
            .sum();
    return codes
        + " products in "
        + products.size()
        + " versions, with "
        + trios
        + " sets of tag operations";
  }
}
