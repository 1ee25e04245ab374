package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.ProductDetail;
import io.tagginggateway.app.console.view.ProductList;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.contract.Rule;
import io.tagginggateway.contract.Rules;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is played, and how each rule of it is known. */
final class ProductPages {
  private final Products products;
  private final Templates templates;

  ProductPages(ConsoleServices services, Templates templates) {
    this.products = services.products();
    this.templates = templates;
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /products", this::list);
    pages.put("GET /product", this::one);
  }

  private Reply list(Call call) {
    String search = call.text("search").toLowerCase(Locale.ROOT);
    List<ProductList.Row> rows =
        products.entries().stream()
            .map(ProductEntry::head)
            .filter(
                head ->
                    (head.code() + " " + head.name() + " " + head.hosts())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
            .map(
                head ->
                    new ProductList.Row(
                        head.code(),
                        head.version(),
                        head.name(),
                        head.style().name(),
                        head.hosts().get(0),
                        "/_gateway/console/product"
                            + Texts.query("code", head.code(), "version", head.version())))
            .toList();
    Frame frame = Frame.of(Section.PRODUCTS, "Products", call.session());
    String summary = Texts.count(rows.size(), "product version") + ".";
    return templates.page(
        200, "products", frame, new ProductList(rows, summary, call.text("search")));
  }

  private Reply one(Call call) {
    ProductEntry entry = products.find(call.text("code"), call.text("version"));
    if (entry == null) {
      List<String> problems = List.of("There is no such product version here.");
      Frame frame = Frame.of(Section.PRODUCTS, "Product", call.session()).with(problems);
      return templates.page(404, "message", frame, "");
    }
    Frame frame = Frame.of(Section.PRODUCTS, entry.head().title(), call.session());
    return templates.page(200, "product", frame, detail(entry));
  }

  private ProductDetail detail(ProductEntry entry) {
    ProductHead head = entry.head();
    Product product = entry.product();
    List<Rule> rules =
        product.tagFamilies().isEmpty() ? List.of() : new ArrayList<>(Rules.of(entry).all());
    Map<String, Long> standings = new TreeMap<>();
    rules.forEach(rule -> standings.merge(rule.standingWord(), 1L, Long::sum));
    List<String> counts = new ArrayList<>();
    standings.forEach((standing, count) -> counts.add(count + " " + standing));
    String base =
        products.versions(head.code()).size() < 2
            ? head.code()
            : head.code() + "-" + head.version();
    return new ProductDetail(
        head.code(),
        head.version(),
        head.name(),
        entry.origin(),
        head.allHosts(),
        product.operations().stream().map(Operation::name).toList(),
        product.resourceTypes(),
        product.defaultFormat().name(),
        counts.isEmpty() ? "" : String.join(", ", counts) + ".",
        rules.stream()
            .map(
                rule ->
                    new ProductDetail.Row(
                        rule.title(), rule.text(), rule.standingWord(), rule.source()))
            .toList(),
        product.tagFamilies().isEmpty() ? "" : "/_gateway/contracts/" + base,
        "/_gateway/products/" + Texts.encode(head.code()) + Texts.query("version", head.version()));
  }
}
