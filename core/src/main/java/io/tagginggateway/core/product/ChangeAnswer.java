package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import java.io.IOException;

/**
 * The answer to TagResources and UntagResources: that it was done.
 *
 * @param requestId the id of the request
 */
public record ChangeAnswer(String requestId) implements Answer {

  @Override
  public int rows() {
    return 0;
  }

  @Override
  public void write(ProductModule module, Document document) throws IOException {
    document.field("RequestId", requestId);
  }
}
