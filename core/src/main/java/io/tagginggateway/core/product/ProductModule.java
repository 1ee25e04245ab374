package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.error.ApiError;
import java.io.IOException;

/**
 * A product that the gateway plays. Modules are found by {@link java.util.ServiceLoader}; they are
 * stateless and called from any thread.
 */
public interface ProductModule {

  /** Who the product is. */
  Product product();

  /** What it allows. */
  TagRules rules();

  /** Its error table. */
  ApiError error(BrokenRule rule);

  /**
   * Its error for a resource that was never declared, where resources must be.
   *
   * @param resourceType the canonical type of the resource
   */
  ApiError resourceNotFound(String resourceType);

  /** Its envelope: the fields of a ListTagResources answer, without the document's own frame. */
  void writeList(ListAnswer answer, Document document) throws IOException;
}
