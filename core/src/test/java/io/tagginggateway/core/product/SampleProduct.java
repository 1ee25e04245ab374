package io.tagginggateway.core.product;

import io.tagginggateway.core.product.file.ProductFileReader;

/** A third product: small limits, and errors that say which rule was broken. */
final class SampleProduct {
  static final Product BY_ROWS = product("required", "rows", "page-size: MaxResults, ");
  static final Product BY_RESOURCES = product("none", "resources", "");

  private SampleProduct() {}

  private static Product product(String region, String unit, String pageSize) {
    StringBuilder errors = new StringBuilder();
    for (Situation situation : Situation.values()) {
      if (!situation.optional() || situation == Situation.BAD_PAGE_SIZE) {
        boolean notFound = situation == Situation.RESOURCE_NOT_FOUND;
        errors.append(
            "      %s: {code: %s, status: %d, message: \"\"}%n"
                .formatted(situation.id(), situation, notFound ? 404 : 400));
      }
    }
    String text =
        """
        schema: 1
        product: Sample
        version: "2020-01-01"
        name: Sample
        standing: chosen
        style: rpc
        hosts: {label: sample, names: [sample.aliyuncs.com]}
        format: json
        methods: [GET, POST]
        region: %s
        tags:
          - operations: {list: ListTagResources, tag: TagResources, untag: UntagResources}
            types: {names: [Box], case: ignored}
            parameters:
              {type: ResourceType, ids: ResourceId, tags: Tag, keys: TagKey, all: All, %s token: NextToken}
            lists: indexed
            limits: {ids: 3, tags: 2, keys: 2, tags-per-resource: 3}
            key: {max: 128, forbidden-prefixes: [bad, sys]}
            asked-key: {max: 128, forbidden-prefixes: [bad]}
            value: {max: 128, forbidden-prefixes: [bad]}
            page: {counts: %s, default: 2, max: 4}
            end: ""
            answer:
              json:
                - {field: PageSize, is: page-size}
                - rows: TagResources
                  fields: [ResourceType, ResourceId, TagKey, TagValue]
                - NextToken
            changed: [RequestId]
            errors:
        %s
        """
            .formatted(region, pageSize, unit, errors.toString().indent(0));
    return ProductFileReader.read("Sample.yaml", text).product();
  }
}
