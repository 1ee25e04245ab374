package io.tagginggateway.contract.confidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.core.product.ProductEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in the working copy: test classes, captures, scenarios. */
final class Sources {
  static final Path ROOT = Path.of("..");

  private final Map<String, Path> tests = new HashMap<>();

  Sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module :
          modules.map(m -> m.resolve("src/test/java")).filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(module)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
        }
      }
    }
  }

  /** Whether {@code Class} or {@code Class#method} is there. */
  boolean has(String test) throws IOException {
    String[] parts = test.split("#", 2);
    Path file = tests.get(parts[0]);
    return file != null
        && (parts.length == 1 || Files.readString(file).contains("void " + parts[1] + "("));
  }

  /** The Maven module of a test, such as {@code core}. */
  String module(String test) {
    return ROOT.relativize(tests.get(test.split("#", 2)[0])).getName(0).toString();
  }

  /** The Maven module that brings the file of a product. */
  static String home(ProductEntry product) throws IOException {
    return with("src/main/products/" + product.origin(), product).getFileName().toString();
  }

  /** Whether whole answers of a product are kept. */
  static boolean hasGoldenFiles(ProductEntry product) throws IOException {
    return Files.isDirectory(
        ROOT.resolve(home(product)).resolve("src/test/resources/golden/" + product.head().code()));
  }

  private static Path with(String file, ProductEntry product) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(module -> Files.exists(module.resolve(file)))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no module has the file of " + product.origin()));
    }
  }

  /** The official clients whose captured requests match a pattern. */
  static Set<String> clients(String pattern) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("core/src/test/resources/captures"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".http") && Drivers.matches(pattern, name))
          .map(name -> name.replaceFirst("-(VpcIpam|CloudAPI|Vpc)-.*", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The names of the scenarios that the conformance runs go through with real clients. */
  static Set<String> scenarios() throws IOException {
    Path file = ROOT.resolve("conformance/scenario.json");
    Set<String> names = new TreeSet<>();
    if (Files.exists(file)) {
      for (JsonNode scenario : new ObjectMapper().readTree(file.toFile()).get("scenarios")) {
        names.add(scenario.get("name").textValue());
      }
    }
    return names;
  }
}
