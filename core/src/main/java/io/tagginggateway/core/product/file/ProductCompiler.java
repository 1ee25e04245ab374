package io.tagginggateway.core.product.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagginggateway.core.product.ProductFileException;
import io.tagginggateway.core.product.ProductHead;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles a folder of product files into the form that is read at start. A module's build runs it;
 * the files themselves are copied beside it, for those who ask what a product's file says.
 */
public final class ProductCompiler {
  private static final JsonFactory JSON = new JsonFactory();

  private ProductCompiler() {}

  /**
   * Compiles the files of a folder.
   *
   * @param args the folder with {@code *.yaml}, and the folder to write to
   * @throws ProductFileException if a file cannot be used; then nothing is written
   */
  public static void main(String[] args) throws IOException {
    compile(Path.of(args[0]), Path.of(args[1]));
  }

  static void compile(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(from)) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    StringBuilder compiled = new StringBuilder();
    for (Path file : files) {
      String name = file.toString();
      Node values = FactReader.read(name, NodeReader.yaml(name, Files.readString(file))).values();
      ProductHead head = ProductFileReader.product(name, values).head();
      if (!file.endsWith(CompiledProducts.fileName(head))) {
        throw new ProductFileException(
            name, 0, "", "must be called " + CompiledProducts.fileName(head));
      }
      String text = json(values);
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      compiled.append(CompiledProducts.line(head, length)).append('\n').append(text).append('\n');
    }
    Files.createDirectories(to);
    for (Path file : files) {
      Path copy = to.resolve(file.getFileName());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(to.resolve(CompiledProducts.RESOURCE), compiled);
  }

  private static String json(Node node) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      node.write(json);
    }
    return text.toString();
  }
}
