package io.tagginggateway.contract.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages that list the products say what the products' files say. */
final class ProductsPageTest {
  private static final Path ROOT = Path.of("..");
  private static final String BEGIN = "<!-- products: generated, see docs/products.md -->\n";
  private static final String END = "<!-- end of products -->\n";

  private final List<ProductEntry> products = ProductBundle.installed().entries();

  @Test
  void theReadmeCountsThem() throws IOException {
    Path readme = ROOT.resolve("README.md");
    String text = Files.readString(readme);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("the mark in README.md").isPositive().isLessThan(end);

    String derived =
        text.substring(0, begin + BEGIN.length())
            + "It plays "
            + ProductsPage.count(products)
            + ": [docs/products.md](docs/products.md).\n"
            + text.substring(end);
    holds(readme, derived);
  }

  @Test
  void thePageListsThem() throws IOException {
    String derived =
        """
        # Products

        Each follows from one file. This page is generated; a test fails when it is out of date. After a change, run

        ```text
        mvn -q -pl contract -am test -Dtest=ProductsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dpages.write=true
        ```

        The last columns count the facts in each file by how they are known: in official pages and metadata, in an official SDK,
        seen on the wire, or chosen because nothing was found. Each fact with its source is in `/_gateway/products/CODE`, each rule in
        `/_gateway/contracts/CODE.rules.json`, counted in [confidence.md](confidence.md).

        """
            + ProductsPage.table(products)
            + "\nNot made, and why:\n\n"
            + notMade();
    holds(ROOT.resolve("docs/products.md"), derived);
  }

  /** What the converter leaves out, as its decisions say. */
  private static String notMade() throws IOException {
    Path decisions = ROOT.resolve("catalog-module/converter/decisions/products.tsv");
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(decisions)) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 2 && cells[1].equals("none")) {
        lines.append("- `").append(cells[0]).append("`: ").append(cells[2]).append('\n');
      }
    }
    return lines.toString();
  }

  private static void holds(Path page, String derived) throws IOException {
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(page, derived);
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("%s is out of date; run the command in docs/products.md", page.getFileName())
        .isEqualTo(derived);
  }
}
