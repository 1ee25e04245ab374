package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import java.io.IOException;

/** What a product answers when a request succeeds. */
public sealed interface Answer permits ListAnswer, ChangeAnswer {

  /** The id of the request, repeated in the answer. */
  String requestId();

  /** How many rows it lists. */
  int rows();

  /** Writes its fields in the envelope of {@code module}. */
  void write(ProductModule module, Document document) throws IOException;
}
