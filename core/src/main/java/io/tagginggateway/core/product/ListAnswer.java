package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.tag.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to ListTagResources, before it has an envelope.
 *
 * @param requestId the id of the request
 * @param resourceType the canonical type of every row
 * @param pageSize how much a page may hold
 * @param page the rows
 * @param nextToken the token of the next page, or null at the end of the list
 */
public record ListAnswer(
    String requestId, String resourceType, int pageSize, Page page, @Nullable String nextToken)
    implements Answer {

  @Override
  public int rows() {
    return page.rows();
  }

  @Override
  public void write(ProductModule module, Document document) throws IOException {
    module.writeList(this, document);
  }
}
