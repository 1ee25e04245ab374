package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.IOException;
import java.util.List;

/** A third product: small limits, and errors that say which rule was broken. */
record SampleModule(Paging paging) implements ProductModule {
  static final SampleModule BY_ROWS = new SampleModule(new Paging(PageLimit.Unit.ROWS, 2, 4));
  static final SampleModule BY_RESOURCES =
      new SampleModule(new Paging(PageLimit.Unit.RESOURCES, 2, 4));

  @Override
  public Product product() {
    return new Product(
        "Sample",
        "2020-01-01",
        "sample",
        List.of(),
        Format.JSON,
        paging.unit() == PageLimit.Unit.ROWS);
  }

  @Override
  public TagRules rules() {
    return new TagRules(
        List.of("Box"),
        /* typesIgnoreCase= */ true,
        /* maxResourceIds= */ 3,
        /* maxTags= */ 2,
        /* maxTagsPerResource= */ 3,
        key -> !key.startsWith("bad"),
        key -> !key.startsWith("bad") && !key.startsWith("sys"),
        value -> !value.startsWith("bad"),
        paging);
  }

  @Override
  public ApiError error(BrokenRule rule) {
    return new ApiError(rule.name(), 400, "");
  }

  @Override
  public ApiError resourceNotFound(String resourceType) {
    return new ApiError("NOT_FOUND", 404, resourceType);
  }

  @Override
  public void writeList(ListAnswer answer, Document document) throws IOException {
    document.field("PageSize", answer.pageSize());
    document.startList("TagResources");
    for (TaggedResource resource : answer.page().resources()) {
      for (Tag tag : resource.tags()) {
        document.startItem();
        document.field("ResourceType", answer.resourceType());
        document.field("ResourceId", resource.id());
        document.field("TagKey", tag.key());
        document.field("TagValue", tag.value());
        document.endObject();
      }
    }
    document.endList();
    String token = answer.nextToken();
    document.field("NextToken", token == null ? "" : token);
  }
}
