package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.document.Documents;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.OutputStream;

/** What a product answers when a request succeeds. */
public sealed interface Answer permits ListAnswer, ChangeAnswer, WrittenAnswer, ResourcePage {

  /** What was asked. */
  Call call();

  /** The id of the request, repeated in the answer. */
  String requestId();

  /** How many rows it lists. */
  int rows();

  /** Writes its fields in the product's envelope. */
  void write(Document document) throws IOException;

  /** Writes the whole document into {@code out}. */
  default void write(Documents documents, Format format, OutputStream out) throws IOException {
    String root = format == Format.XML ? call().operation().responseName() : "";
    try (Document document = documents.open(format, root, out)) {
      write(document);
    }
  }
}
