package io.tagginggateway.contract;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of a product's contract, which its module brings as the resource {@code
 * /contracts/NAME}.
 *
 * @param name the file name, such as {@code VpcIpam.openapi.json}
 * @param contentType what it is
 * @param content its bytes; do not change them
 */
@SuppressWarnings("ArrayRecordComponent") // served as it is, never compared
public record ContractDocument(String name, String contentType, byte[] content) {

  /** The kinds of documents that a product may bring. */
  public enum Kind {
    /** The three actions and the schemas of their answers in both formats. */
    OPENAPI(".openapi.json", "application/json;charset=utf-8"),
    /** The schema of the answers in XML. */
    XSD(".xsd", "application/xml;charset=utf-8"),
    /** The rules of the dialect, each with its standing. */
    RULES(".rules.json", "application/json;charset=utf-8");

    private final String suffix;
    private final String contentType;

    Kind(String suffix, String contentType) {
      this.suffix = suffix;
      this.contentType = contentType;
    }
  }

  /** The document of a kind, or null if the product brings none. */
  public static @Nullable ContractDocument of(Product product, Kind kind) {
    String name = product.code() + kind.suffix;
    byte[] content = read(ContractDocument.class, name);
    return content == null ? null : new ContractDocument(name, kind.contentType, content);
  }

  /** All documents of these products. */
  public static List<ContractDocument> all(Products products) {
    List<ContractDocument> documents = new ArrayList<>();
    for (ProductEntry entry : products.entries()) {
      for (Kind kind : Kind.values()) {
        ContractDocument document = of(entry.product(), kind);
        if (document != null) {
          documents.add(document);
        }
      }
    }
    return documents;
  }

  /** A resource in {@code /contracts}, seen from the jar of {@code neighbour}. */
  static byte @Nullable [] read(Class<?> neighbour, String name) {
    try (InputStream in = neighbour.getResourceAsStream("/contracts/" + name)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
