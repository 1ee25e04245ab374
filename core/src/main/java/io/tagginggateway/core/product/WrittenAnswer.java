package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import java.io.IOException;

/**
 * An answer whose fields a service writes.
 *
 * @param call what was asked
 * @param rows how many rows it lists
 * @param body writes the fields
 */
record WrittenAnswer(Call call, int rows, Body body) implements Answer {

  /** Writes fields. */
  @FunctionalInterface
  interface Body {
    /** Writes the fields of the answer, in their order. */
    void write(Document document) throws IOException;
  }

  @Override
  public String requestId() {
    return call.requestId();
  }

  @Override
  public void write(Document document) throws IOException {
    body.write(document);
  }
}
