package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.file.ProductBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The constants are made of the product files. With {@code -Dtestkit.constants=write} this writes
 * them anew, else it holds them against the files.
 */
final class ConstantsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/tagginggateway/testkit");
  private static final String HEAD =
      """
      package io.tagginggateway.testkit;

      /** %s */
      public final class %s {
      """;

  private final Products products = ProductBundle.installed();

  @Test
  void everyShippedProductHasAConstant() throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (String code : products.codes()) {
      names.put(constant(code), code);
    }
    assertThat(names).hasSameSizeAs(products.codes());
    isWritten("ProductCodes", "The codes of the products that the gateway plays.", names);
  }

  @Test
  void everyOperationOnTagsHasAConstant() throws IOException {
    Set<String> operations = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (ProductEntry entry : products.entries()) {
      for (Operation operation : entry.product().operations()) {
        if (operation instanceof TagOperation) {
          operations.add(operation.name());
        }
      }
    }
    Map<String, String> names = new TreeMap<>();
    operations.forEach(name -> names.put(constant(name), name));
    // Some spell it UnTagResources; a name counts in any case.
    names.remove("UN_TAG_RESOURCES");
    names.put("UNTAG_RESOURCES", "UntagResources");
    isWritten("TagOperations", "The operations on tags, which count in any case.", names);
  }

  private static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9]+", "_")
        .toUpperCase(Locale.ROOT);
  }

  private static void isWritten(String type, String what, Map<String, String> names)
      throws IOException {
    StringBuilder text = new StringBuilder(HEAD.formatted(what, type));
    names.forEach(
        (constant, value) -> {
          String declared = "  public static final String " + constant + " =";
          String quoted = "\"" + value + "\";";
          boolean fits = declared.length() + 1 + quoted.length() <= 100;
          text.append(declared).append(fits ? " " : "\n      ").append(quoted).append('\n');
        });
    text.append("\n  private ").append(type).append("() {}\n}\n");
    Path file = SOURCES.resolve(type + ".java");
    if ("write".equals(System.getProperty("testkit.constants"))) {
      Files.writeString(file, text);
    }
    assertThat(file).hasContent(text.toString());
  }
}
