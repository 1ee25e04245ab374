package io.tagginggateway.contract.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.product.ProductEntry;
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

  private final List<ProductEntry> products = ContractSchemas.products();

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

        How each rule is known stands in `/_gateway/contracts/CODE.rules.json`, counted in [confidence.md](confidence.md).

        """
            + ProductsPage.table(products);
    holds(ROOT.resolve("docs/products.md"), derived);
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
