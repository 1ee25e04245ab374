package io.tagginggateway.vpc;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.BrokenRule;

/** The error table of VPC IPAM, texts as printed on its page. */
final class VpcIpamErrors {
  private VpcIpamErrors() {}

  static ApiError of(BrokenRule rule) {
    return switch (rule) {
      case NO_RESOURCE_TYPE -> missing("ResourceType");
      case TOO_MANY_RESOURCE_IDS ->
          error(
              "IllegalParamSize.ResourceIds",
              "The number of Param ResourceIds exceeded the limit.");
      case TOO_MANY_TAGS ->
          error("IllegalParamSize.Tags", "The number of Parameter Tags exceeded the limit.");
      case NO_RESOURCE_IDS_NOR_TAGS -> missing("TagsAndResourceIds", "Tags and ResourceIds");
      case NO_RESOURCE_IDS -> missing("ResourceIds");
      case NO_TAGS -> missing("Tags");
      case VALUE_WITHOUT_KEY, BAD_KEY -> illegal("TagKey");
      case DUPLICATE_KEY -> error("DuplicatedParam.TagKey", "TagKey duplicate.");

      // ---- chosen: no source was found for these ----
      case UNKNOWN_RESOURCE_TYPE -> illegal("ResourceType");
      case BAD_RESOURCE_ID -> illegal("ResourceId");
      case BAD_VALUE -> illegal("TagValue");
      case BAD_MAX_RESULTS -> illegal("MaxResults");
      case BAD_NEXT_TOKEN -> illegal("NextToken");
      case TOO_MANY_TAGS_ON_RESOURCE ->
          error(
              "QuotaExceeded.TagsPerResource",
              "The number of tags of the resource exceeds the limit.");
    };
  }

  static ApiError resourceNotFound(String resourceType) {
    String name =
        switch (resourceType) {
          case "IPAM" -> "Ipam";
          case "IPAMSCOPE" -> "IpamScope";
          case "IPAMPOOL" -> "IpamPool";
          default -> "IpamResourceDiscovery";
        };
    return new ApiError("ResourceNotFound." + name, 404, "The specified resource is not found.");
  }

  private static ApiError missing(String parameter) {
    return missing(parameter, parameter);
  }

  private static ApiError missing(String suffix, String parameters) {
    return error(
        "MissingParameter." + suffix,
        "The input parameter "
            + parameters
            + " that is mandatory for processing this request is not supplied.");
  }

  private static ApiError illegal(String parameter) {
    return error("IllegalParam." + parameter, "The input parameter " + parameter + " is invalid.");
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, 400, message);
  }
}
