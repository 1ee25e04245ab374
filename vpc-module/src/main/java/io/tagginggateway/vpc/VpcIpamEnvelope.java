package io.tagginggateway.vpc;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.IOException;

/** Flat rows, then the token, empty at the end of the list. XML has no sample; chosen likewise. */
final class VpcIpamEnvelope {
  private static final String END_OF_LIST = "";

  private VpcIpamEnvelope() {}

  static void write(ListAnswer answer, Document document) throws IOException {
    document.startList("TagResources");
    for (TaggedResource resource : answer.page().resources()) {
      for (Tag tag : resource.tags()) {
        document.startItem();
        document.field("TagKey", tag.key());
        document.field("TagValue", tag.value());
        document.field("ResourceId", resource.id());
        document.field("ResourceType", answer.resourceType());
        document.endObject();
      }
    }
    document.endList();
    String token = answer.nextToken();
    document.field("NextToken", token == null ? END_OF_LIST : token);
    document.field("RequestId", answer.requestId());
  }
}
