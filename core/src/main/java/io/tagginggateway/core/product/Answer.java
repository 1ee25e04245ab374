package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import java.io.IOException;

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
}
