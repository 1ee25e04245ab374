package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.product.ProductEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden file of every product is what its contract documents describe. */
final class GoldenFilesTest {
  private static final Path ROOT = Path.of("..");

  static List<Arguments> goldenFiles() throws IOException {
    List<Arguments> files = new ArrayList<>();
    for (ProductEntry product : withGoldenFiles()) {
      try (Stream<Path> found = Files.list(Objects.requireNonNull(golden(product)))) {
        found.sorted().forEach(file -> files.add(Arguments.of(product.head().code(), file)));
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void goldenFileIsValid(String product, Path file) throws IOException {
    assertThat(problem(product, file, Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void goldenFileOfAnotherShapeIsNot(String product, Path file) throws IOException {
    String body = Files.readString(file).replace("RequestId", "requestId");
    assertThat(problem(product, file, body)).isNotEmpty();
  }

  @Test
  void theFirstTwoProductsHaveGoldenFilesAndNoListIsValidForTheOther() throws IOException {
    List<ProductEntry> products = withGoldenFiles();
    assertThat(products).hasSizeGreaterThanOrEqualTo(2);
    for (ProductEntry one : products) {
      for (ProductEntry other : products) {
        Path golden = Objects.requireNonNull(golden(one));
        ContractSchemas schemas = ContractSchemas.of(other);
        boolean same = one == other || one.head().code().equals(other.head().code());
        String json = Files.readString(golden.resolve("list.json"));
        String xml = Files.readString(golden.resolve("list.xml"));
        assertThat(schemas.json("ListTagResourcesJson", json).isEmpty()).isEqualTo(same);
        assertThat(schemas.xml(xml).isEmpty()).isEqualTo(same);
      }
    }
  }

  private static String problem(String product, Path file, String body) {
    String name = file.getFileName().toString();
    ContractSchemas schemas = ContractSchemas.of(product(product));
    return name.endsWith(".xml") ? schemas.xml(body) : schemas.json(schema(name), body);
  }

  private static String schema(String name) {
    return switch (name.substring(0, name.indexOf('.'))) {
      case "tag" -> "TagResources";
      case "untag" -> "UntagResources";
      case "error" -> "Error400";
      default -> "ListTagResourcesJson";
    };
  }

  private static ProductEntry product(String code) {
    return ContractSchemas.products().stream()
        .filter(product -> product.head().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<ProductEntry> withGoldenFiles() throws IOException {
    List<ProductEntry> found = new ArrayList<>();
    for (ProductEntry product : ContractSchemas.products()) {
      if (golden(product) != null) {
        found.add(product);
      }
    }
    return found;
  }

  /** The directory of a product's golden files, or null if it has none. */
  private static Path golden(ProductEntry product) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/resources/golden/" + product.head().code()))
          .filter(Files::isDirectory)
          .findFirst()
          .orElse(null);
    }
  }
}
