package io.tagginggateway.apigateway;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.IOException;

/**
 * The token, {@code -1} at the end of the list, then nested rows. PageSize stands in JSON alone.
 */
final class ApiGatewayEnvelope {
  private static final String END_OF_LIST = "-1";

  private ApiGatewayEnvelope() {}

  static void write(ListAnswer answer, Document document) throws IOException {
    document.field("RequestId", answer.requestId());
    if (document.format() == Format.JSON) {
      document.field("PageSize", answer.pageSize());
    }
    String token = answer.nextToken();
    document.field("NextToken", token == null ? END_OF_LIST : token);
    document.startObject("TagResources");
    document.startList("TagResource");
    for (TaggedResource resource : answer.page().resources()) {
      for (Tag tag : resource.tags()) {
        document.startItem();
        document.field("ResourceId", resource.id());
        document.field("ResourceType", answer.resourceType());
        document.field("TagKey", tag.key());
        document.field("TagValue", tag.value());
        document.endObject();
      }
    }
    document.endList();
    document.endObject();
  }
}
