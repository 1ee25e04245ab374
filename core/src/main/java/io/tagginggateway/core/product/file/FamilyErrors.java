package io.tagginggateway.core.product.file;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Situation;

/**
 * The errors of products whose own are not known: the codes and texts that most of the others
 * share. Chosen for each product that takes them.
 */
final class FamilyErrors {
  private FamilyErrors() {}

  static ApiError of(Situation situation) {
    return switch (situation) {
      case NO_RESOURCE_TYPE ->
          error("MissingParameter.ResourceType", "You must specify ResourceType.");
      case UNKNOWN_RESOURCE_TYPE ->
          error("InvalidParameter.ResourceType", "The ResourceType parameter is invalid.");
      case MISSING_PARAMETER ->
          error("MissingParameter.{parameter}", "You must specify {parameter}.");
      case TOO_MANY_RESOURCE_IDS ->
          error("NumberExceed.ResourceIds", "The maximum number of ResourceIds is exceeded.");
      case TOO_MANY_TAGS, TOO_MANY_KEYS ->
          error("NumberExceed.Tags", "The maximum number of Tags is exceeded.");
      case NO_RESOURCE_IDS_NOR_TAGS ->
          error(
              "BothEmpty.TagsAndResources",
              "The specified Tags and ResourcesIds are not allow to both empty.");
      case NO_RESOURCE_IDS ->
          error("MissingParameter.ResourceIds", "You must specify ResourceIds.");
      case NO_TAGS -> error("MissingParameter.Tags", "You must specify Tags.");
      case BAD_RESOURCE_ID ->
          error("InvalidParameter.ResourceId", "The ResourceId parameter is invalid.");
      case DUPLICATE_RESOURCE_ID ->
          error("Duplicate.ResourceId", "The ResourceId contains a duplicated id.");
      case VALUE_WITHOUT_KEY -> error("MissingParameter.TagKey", "You must specify Tag.N.Key.");
      case DUPLICATE_KEY -> error("Duplicate.TagKey", "The Tag.N.Key contain duplicate key.");
      case BAD_KEY -> error("InvalidParameter.TagKey", "The Tag.N.Key parameter is invalid.");
      case BAD_VALUE -> error("InvalidParameter.TagValue", "The Tag.N.Value parameter is invalid.");
      case KEYS_AND_ALL ->
          error("Param.Conflict", "The parameters TagKey and All must not be specified together.");
      case NEITHER_KEYS_NOR_ALL ->
          error(
              "InvalidParameter.TagKeyOrAll", "The specified parameter TagKey or All is invalid.");
      case BAD_PAGE_SIZE ->
          error("InvalidParameter.MaxResults", "The MaxResults parameter is invalid.");
      case BAD_NEXT_TOKEN ->
          error("InvalidParameter.NextToken", "The NextToken parameter is invalid.");
      case TOO_MANY_TAGS_ON_RESOURCE ->
          error(
              "QuotaExceed.TagsPerResource",
              "The maximum number of tags for each resource is exceeded.");
      case RESOURCE_NOT_FOUND ->
          error(
              "InvalidResourceId.NotFound",
              "The specified ResourceIds are not found in our records.");
    };
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, 400, message);
  }
}
