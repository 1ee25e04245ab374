package io.tagginggateway.apigateway;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.BrokenRule;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.TagRules;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import java.io.IOException;
import java.util.List;

/**
 * API Gateway as its ListTagResources page of 2019-08-08 describes it. The type api is on newer
 * pages; the cloudapi hosts are what new clients fall back to.
 */
public final class ApiGatewayModule implements ProductModule {
  private static final Product PRODUCT =
      new Product(
          "CloudAPI",
          "2016-07-14",
          "apigateway",
          List.of(
              "apigateway.<region>.aliyuncs.com",
              "apigateway-vpc.<region>.aliyuncs.com",
              "apigateway.aliyuncs.com",
              "cloudapi.<region>.aliyuncs.com",
              "cloudapi-vpc.<region>.aliyuncs.com"),
          Format.XML,
          /* regionRequired= */ false);

  private static final TagRules RULES =
      new TagRules(
          List.of("apiGroup", "plugin", "app", "api"),
          /* typesIgnoreCase= */ false,
          /* maxResourceIds= */ 50,
          /* maxTags= */ 20,
          /* maxTagsPerResource= */ 20,
          ApiGatewayTags::isFilterKey,
          ApiGatewayTags::isUserKey,
          ApiGatewayTags::isValue,
          new Paging(PageLimit.Unit.RESOURCES, /* defaultSize= */ 50, /* maxSize= */ 1000));

  @Override
  public Product product() {
    return PRODUCT;
  }

  @Override
  public TagRules rules() {
    return RULES;
  }

  @Override
  public ApiError error(BrokenRule rule) {
    return ApiGatewayErrors.of(rule);
  }

  @Override
  public ApiError resourceNotFound(String resourceType) {
    return ApiGatewayErrors.RESOURCE_NOT_FOUND;
  }

  @Override
  public void writeList(ListAnswer answer, Document document) throws IOException {
    ApiGatewayEnvelope.write(answer, document);
  }
}
