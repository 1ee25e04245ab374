package io.tagginggateway.core.product.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a good product file becomes: a product, its facts, and the form that is read at start. */
class GoodProductFileTest {
  private static final String PAGE = "the help page";

  @Test
  void eachFactHasItsPathValueStandingAndTheNearestSource() {
    List<Fact> facts = ProductFileReader.read(OrdersFile.NAME, OrdersFile.TEXT).facts();
    assertThat(facts)
        .contains(
            new Fact("product", "Orders", Standing.DOC, PAGE, ""),
            new Fact("hosts.names[0]", "orders.<region>.example.com", Standing.DOC, PAGE, ""),
            new Fact("tags[0].types.names[0]", "ORDER", Standing.DOC, PAGE, ""),
            new Fact(
                "tags[0].types.names[1]",
                "ITEM",
                Standing.SEEN,
                "what a client sends",
                "not on the page"),
            new Fact("tags[0].limits.ids", "50", Standing.DOC, PAGE, ""),
            new Fact(
                "tags[0].errors.resource-not-found.by-type.ORDER.status",
                "404",
                Standing.DOC,
                PAGE,
                ""));
    assertThat(facts).extracting(Fact::path).doesNotHaveDuplicates();
    assertThat(facts)
        .extracting(Fact::path)
        .noneMatch(path -> path.startsWith("schema") || path.startsWith("sources"));
  }

  @Test
  void whatTheFileLeavesOutIsTheFamilys() {
    Product product = ProductFileReader.read(OrdersFile.NAME, OrdersFile.TEXT).product();
    TagFamily family = product.tagFamilies().get(0);
    assertThat(family.errors().get(Situation.BAD_KEY, Kind.TAG))
        .isEqualTo(
            new ApiError("InvalidParameter.TagKey", 400, "The Tag.N.Key parameter is invalid."));
    assertThat(family.errors().find(Situation.KEYS_AND_ALL, Kind.UNTAG)).isNull();
    assertThat(family.errors().resourceNotFound("ORDER", Kind.TAG).code())
        .isEqualTo("Order.NotFound");
    assertThat(family.errors().resourceNotFound("ITEM", Kind.TAG).code()).isEqualTo("NotFound");
    assertThat(family.texts().asked()).isSameAs(family.texts().set());
  }

  /** What is derived from a file is the same whenever it is derived, and so can be compared. */
  @Test
  void methodsAndErrorsStandInTheOrderOfTheFile() {
    List<String> types = List.of("ORDER", "T1", "T2", "T3", "T4", "T5", "T6", "T7");
    StringBuilder errors = new StringBuilder("by-type:\n");
    for (String type : types) {
      errors.append(
          "          %s: {code: %s.NotFound, status: 404, message: None.}\n".formatted(type, type));
    }
    String text =
        OrdersFile.edited("methods: [GET, POST]", "methods: [POST, GET]")
            .replace("        - ORDER\n", "        - " + String.join("\n        - ", types) + "\n")
            .replaceFirst("by-type:\n(.*\n){4}", errors.toString());
    Product product = ProductFileReader.read(OrdersFile.NAME, text).product();
    assertThat(product.methods()).containsExactly("POST", "GET");
    assertThat(product.tagFamilies().get(0).errors().all())
        .extracting(ApiError::code)
        .filteredOn(code -> code.endsWith(".NotFound"))
        .containsSubsequence(types.stream().map(type -> type + ".NotFound").toList());
  }

  @Test
  void theCompiledFormHoldsTheSameValues(@TempDir Path folder) throws IOException {
    Path file = write(folder, OrdersFile.NAME, OrdersFile.TEXT);
    ProductCompiler.main(new String[] {folder.toString(), folder.resolve("out").toString()});
    Path compiled = folder.resolve("out").resolve(CompiledProducts.RESOURCE);
    List<String> lines = Files.readAllLines(compiled);
    assertThat(lines).hasSize(2);
    byte[] values = lines.get(1).getBytes(StandardCharsets.UTF_8);
    Product read =
        ProductFileReader.product(
            OrdersFile.NAME, NodeReader.json(OrdersFile.NAME, values, 0, values.length));
    ProductEntry entry = ProductFileReader.entry(file);
    assertThat(lines.get(0)).isEqualTo(CompiledProducts.line(entry.head(), values.length));
    assertThat(read).usingRecursiveComparison().isEqualTo(entry.product());
    assertThat(entry.source()).isEqualTo(OrdersFile.TEXT);
    assertThat(entry.origin()).isEqualTo(file.toString());
  }

  @Test
  void aFolderWithOneBadFileIsNotCompiled(@TempDir Path folder) throws IOException {
    write(folder, OrdersFile.NAME, OrdersFile.TEXT);
    Path bad = write(folder, "Bad-2024-01-01.yaml", OrdersFile.edited("ids: 50", "ids: 0"));
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> ProductCompiler.compile(folder, out))
        .isInstanceOf(ProductFileException.class)
        .hasMessageStartingWith(bad + ":41: tags[0].limits.ids: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void aShippedFileIsCalledAsItsProduct(@TempDir Path folder) throws IOException {
    Path file = write(folder, "Order.yaml", OrdersFile.TEXT);
    assertThatThrownBy(() -> ProductCompiler.compile(folder, folder.resolve("out")))
        .isInstanceOf(ProductFileException.class)
        .hasMessage(file + ": must be called Orders-2024-01-01.yaml");
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
