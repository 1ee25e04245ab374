package io.tagginggateway.vpc;

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
 * VPC IPAM as its ListTagResources page of 2025-12-02 describes it. The type IPAMRESOURCEDISCOVERY
 * is not on that page; Terraform sends it.
 */
public final class VpcIpamModule implements ProductModule {
  private static final Product PRODUCT =
      new Product(
          "VpcIpam",
          "2023-02-28",
          "vpcipam",
          List.of("vpcipam.<region>.aliyuncs.com", "vpcipam.aliyuncs.com"),
          Format.JSON,
          /* regionRequired= */ true);

  private static final TagRules RULES =
      new TagRules(
          List.of("IPAM", "IPAMSCOPE", "IPAMPOOL", "IPAMRESOURCEDISCOVERY"),
          /* typesIgnoreCase= */ true,
          /* maxResourceIds= */ 50,
          /* maxTags= */ 20,
          /* maxTagsPerResource= */ 20,
          VpcIpamTags::isKey,
          VpcIpamTags::isKey,
          VpcIpamTags::isValue,
          new Paging(PageLimit.Unit.ROWS, /* defaultSize= */ 10, /* maxSize= */ 50));

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
    return VpcIpamErrors.of(rule);
  }

  @Override
  public ApiError resourceNotFound(String resourceType) {
    return VpcIpamErrors.resourceNotFound(resourceType);
  }

  @Override
  public void writeList(ListAnswer answer, Document document) throws IOException {
    VpcIpamEnvelope.write(answer, document);
  }
}
