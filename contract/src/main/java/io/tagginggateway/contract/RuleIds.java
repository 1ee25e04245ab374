package io.tagginggateway.contract;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.ViewSituation;

/** The ids of rules that are about errors. */
public final class RuleIds {
  private RuleIds() {}

  /** The rule about a row of a product's error table, such as {@code error.NO_RESOURCE_TYPE}. */
  public static String of(Situation situation) {
    return switch (situation) {
      case RESOURCE_NOT_FOUND -> "declared";
      // the name it had when every product called the page size MaxResults
      case BAD_PAGE_SIZE -> "error.BAD_MAX_RESULTS";
      default -> "error." + situation.name();
    };
  }

  /** The rule about a row of the gateway's own table, such as {@code gateway.InvalidVersion}. */
  public static String of(ApiError error) {
    return "gateway." + error.code();
  }

  /** The id of the rule about a situation of the view. */
  public static String of(ViewSituation situation) {
    return "error." + situation.name();
  }
}
