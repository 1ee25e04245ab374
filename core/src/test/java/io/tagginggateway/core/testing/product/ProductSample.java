package io.tagginggateway.core.testing.product;

import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.testing.ProductUnderTest;
import java.util.List;

/**
 * A product whose operations are called {@code ListTagResources}, {@code TagResources} and {@code
 * UntagResources}.
 *
 * @param code the product's code
 * @param region a piece of a query that names the region, or empty where none is needed
 * @param type one of its types
 * @param otherType another of its types
 * @param end the token of a list's last page
 * @param pages what pages count; those of resources are as long as the settings say, those of rows
 *     as {@code MaxResults} says
 */
public record ProductSample(
    String code, String region, String type, String otherType, String end, PageLimit.Unit pages) {

  /** The product with nothing in it. */
  ProductUnderTest product() {
    return new ProductUnderTest(code, ServiceSettings.DEFAULT);
  }

  /** A request of a kind, without a type. */
  public String bare(Kind kind) {
    String operation =
        switch (kind) {
          case LIST -> "ListTagResources";
          case TAG -> "TagResources";
          case UNTAG -> "UntagResources";
        };
    return operation + region;
  }

  /** A list that lacks what to list. */
  public String list() {
    return typed(Kind.LIST);
  }

  /** A change that lacks what to tag, and how. */
  public String tag() {
    return typed(Kind.TAG);
  }

  /** A change that lacks what to untag, and how. */
  public String untag() {
    return typed(Kind.UNTAG);
  }

  String typed(Kind kind) {
    return bare(kind) + "&ResourceType=" + type;
  }

  /** Rows as answers have them, each given as {@code id key=value}. */
  List<String> rows(String... rows) {
    return List.of(rows).stream().map(row -> type + "/" + row).toList();
  }
}
