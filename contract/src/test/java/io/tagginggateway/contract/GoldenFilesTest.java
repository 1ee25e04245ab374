package io.tagginggateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.contract.testing.ContractSchemas;
import io.tagginggateway.core.product.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden file of every module is what its contract documents describe. */
final class GoldenFilesTest {
  private static final Path ROOT = Path.of("..");

  static List<Arguments> goldenFiles() throws IOException {
    List<Arguments> files = new ArrayList<>();
    for (Product product : ContractSchemas.products()) {
      try (Stream<Path> found = Files.list(home(product).resolve("src/test/resources/golden"))) {
        found.sorted().forEach(file -> files.add(Arguments.of(product.code(), file)));
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void goldenFileIsValid(String product, Path file) throws IOException {
    String name = file.getFileName().toString();
    String body = Files.readString(file);
    ContractSchemas schemas = ContractSchemas.of(product(product));

    assertThat(name.endsWith(".xml") ? schemas.xml(body) : schemas.json(schema(name), body))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void goldenFileOfAnotherShapeIsNot(String product, Path file) throws IOException {
    String name = file.getFileName().toString();
    String body = Files.readString(file).replace("RequestId", "requestId");
    ContractSchemas schemas = ContractSchemas.of(product(product));

    assertThat(name.endsWith(".xml") ? schemas.xml(body) : schemas.json(schema(name), body))
        .isNotEmpty();
  }

  @Test
  void noProductsListIsValidForAnother() throws IOException {
    for (Product one : ContractSchemas.products()) {
      for (Product other : ContractSchemas.products()) {
        Path golden = home(one).resolve("src/test/resources/golden");
        boolean same = one == other || one.code().equals(other.code());
        ContractSchemas schemas = ContractSchemas.of(other);
        String json = Files.readString(golden.resolve("list.json"));
        String xml = Files.readString(golden.resolve("list.xml"));
        assertThat(schemas.json("ListTagResourcesJson", json).isEmpty()).isEqualTo(same);
        assertThat(schemas.xml(xml).isEmpty()).isEqualTo(same);
      }
    }
  }

  private static String schema(String name) {
    return switch (name.substring(0, name.indexOf('.'))) {
      case "tag" -> "TagResources";
      case "untag" -> "UntagResources";
      case "error" -> "Error400";
      default -> "ListTagResourcesJson";
    };
  }

  private static Product product(String product) {
    return ContractSchemas.products().stream()
        .filter(module -> module.code().equals(product))
        .findFirst()
        .orElseThrow();
  }

  /** The directory of the Maven module that brings a product. */
  private static Path home(Product product) throws IOException {
    String document = "src/main/resources/contracts/" + product.code() + ".xsd";
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(directory -> Files.exists(directory.resolve(document)))
          .findFirst()
          .orElseThrow();
    }
  }
}
