package io.tagginggateway.core.product;

/**
 * The rules that a request of any product can break, in the order in which they are checked. Each
 * product has its own code, status and text for each.
 */
public enum BrokenRule {
  /** No ResourceType, or an empty one. */
  NO_RESOURCE_TYPE,
  /** A ResourceType that the product does not have. */
  UNKNOWN_RESOURCE_TYPE,
  /** More ResourceId.N than allowed. */
  TOO_MANY_RESOURCE_IDS,
  /** More Tag.N or TagKey.N than allowed. */
  TOO_MANY_TAGS,
  /** A list that names neither resources nor tags. */
  NO_RESOURCE_IDS_NOR_TAGS,
  /** A change that names no resource. */
  NO_RESOURCE_IDS,
  /** A TagResources that names no tag. */
  NO_TAGS,
  /** A ResourceId that cannot be an id. */
  BAD_RESOURCE_ID,
  /** A Tag.N.Value without its Tag.N.Key. */
  VALUE_WITHOUT_KEY,
  /** The same key twice in one request. */
  DUPLICATE_KEY,
  /** A key that the product does not allow. */
  BAD_KEY,
  /** A value that the product does not allow. */
  BAD_VALUE,
  /** A MaxResults outside its range; only where the client sets the page size. */
  BAD_MAX_RESULTS,
  /** A NextToken that was never issued, or for another query. */
  BAD_NEXT_TOKEN,
  /** A resource would carry more user tags than allowed. */
  TOO_MANY_TAGS_ON_RESOURCE
}
