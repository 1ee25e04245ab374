package io.tagginggateway.apigateway;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.BrokenRule;

/** The error table of API Gateway, from the templates of its public error table. */
final class ApiGatewayErrors {
  static final ApiError RESOURCE_NOT_FOUND =
      error("NotFoundResourceId", "Cannot find resource according to your specified ResourceId.");

  private ApiGatewayErrors() {}

  static ApiError of(BrokenRule rule) {
    return switch (rule) {
      case NO_RESOURCE_TYPE -> missing("ResourceType");
      case UNKNOWN_RESOURCE_TYPE -> invalid("InvalidResourceType", "ResourceType");
      case TOO_MANY_RESOURCE_IDS -> tooMany("ResourceId");
      case TOO_MANY_TAGS, TOO_MANY_TAGS_ON_RESOURCE -> tooMany("Tag");
      case NO_RESOURCE_IDS_NOR_TAGS, NO_RESOURCE_IDS -> missing("ResourceId");
      case NO_TAGS -> missing("Tag");
      case VALUE_WITHOUT_KEY -> invalid("InvalidParameter.TagKey", "TagKey");
      case DUPLICATE_KEY ->
          error("DuplicateTagKey", "The specified parameter TagKey value is duplicate.");
      case BAD_KEY -> invalid("InvalidTagKey", "TagKey");
      case BAD_VALUE -> invalid("InvalidTagValue", "TagValue");
      case BAD_NEXT_TOKEN -> invalid("InvalidNextToken", "NextToken");

      // ---- chosen: no source was found for these ----
      case BAD_RESOURCE_ID -> invalid("InvalidResourceId", "ResourceId");
      case BAD_MAX_RESULTS -> invalid("InvalidMaxResults", "MaxResults");
    };
  }

  private static ApiError missing(String parameter) {
    return error("Missing" + parameter, "The " + parameter + " is mandatory for this action.");
  }

  private static ApiError invalid(String code, String parameter) {
    return error(code, "The specified parameter " + parameter + " value is not valid.");
  }

  private static ApiError tooMany(String parameter) {
    return error(
        "ExceedLimit" + parameter, "The specified " + parameter + " count exceeds the limit.");
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, 400, message);
  }
}
