package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The compiled form of a module's product files, made for a quick start: two lines for each, the
 * length of the second and the head as texts separated by tabs, then the values as JSON, which are
 * read when the product is first asked for.
 */
final class CompiledProducts {
  /** The resource that holds them, beside the module's {@link ProductBundle}. */
  static final String RESOURCE = "products.compiled";

  private static final String LIST_SEPARATOR = " ";

  private CompiledProducts() {}

  /** The products whose compiled files stand beside a class. */
  static List<ProductEntry> beside(Class<?> bundle) {
    byte[] bytes = resource(bundle, RESOURCE);
    List<ProductEntry> entries = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int headEnd = lineEnd(bytes, start);
      String line = new String(bytes, start, headEnd - start, StandardCharsets.UTF_8);
      int tab = line.indexOf('\t');
      int valuesEnd = headEnd + 1 + Integer.parseInt(line, 0, tab, 10);
      entries.add(entry(bundle, line.substring(tab + 1), headEnd + 1, valuesEnd));
      start = valuesEnd + 1;
    }
    return entries;
  }

  /** Its values are read anew from the resource, so that nobody holds those of all products. */
  private static ProductEntry entry(Class<?> bundle, String line, int from, int to) {
    ProductHead head = head(line);
    String file = fileName(head);
    return new ProductEntry(
        head,
        file,
        () -> product(file, bundle, from, to),
        () -> new String(resource(bundle, file), StandardCharsets.UTF_8));
  }

  private static Product product(String file, Class<?> bundle, int from, int to) {
    byte[] values = resource(bundle, RESOURCE, from, to - from);
    return ProductFileReader.product(file, NodeReader.json(file, values, 0, values.length));
  }

  /** The name that a product file has. */
  static String fileName(ProductHead head) {
    return head.code() + "-" + head.version() + ".yaml";
  }

  /**
   * The line of a head.
   *
   * @param length how many bytes the line of the product's values has, so that nobody has to look
   *     for its end
   */
  static String line(ProductHead head, int length) {
    String location = head.location();
    return String.join(
        "\t",
        Integer.toString(length),
        head.code(),
        head.version(),
        head.name(),
        head.style().name(),
        head.hostLabel(),
        String.join(LIST_SEPARATOR, head.hosts()),
        head.arn(),
        location == null ? "" : location,
        String.join(LIST_SEPARATOR, head.sharesVersionWith()),
        String.join(LIST_SEPARATOR, head.sharesHostsWith()),
        Boolean.toString(head.listsRegions()));
  }

  private static ProductHead head(String line) {
    String[] texts = line.split("\t", -1);
    return new ProductHead(
        texts[0],
        texts[1],
        texts[2],
        Style.valueOf(texts[3]),
        texts[4],
        list(texts[5]),
        texts[6],
        texts[7].isEmpty() ? null : texts[7],
        list(texts[8]),
        list(texts[9]),
        Boolean.parseBoolean(texts[10]));
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(LIST_SEPARATOR));
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static byte[] resource(Class<?> bundle, String name) {
    return resource(bundle, name, 0, Integer.MAX_VALUE);
  }

  private static byte[] resource(Class<?> bundle, String name, int from, int length) {
    try (InputStream in = bundle.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + bundle.getName());
      }
      in.skipNBytes(from);
      return in.readNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
