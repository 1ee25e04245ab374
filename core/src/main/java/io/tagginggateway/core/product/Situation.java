package io.tagginggateway.core.product;

import java.util.Locale;

/**
 * What can be wrong with a request of the tag family, in the order in which it is checked. Each
 * product has its own code, status and text for each.
 */
public enum Situation {
  /** No resource type, or an empty one. */
  NO_RESOURCE_TYPE,
  /** A resource type that the product does not have. */
  UNKNOWN_RESOURCE_TYPE,
  /** Another mandatory parameter is missing. */
  MISSING_PARAMETER,
  /** More resource ids than allowed. */
  TOO_MANY_RESOURCE_IDS,
  /** More tags than allowed. */
  TOO_MANY_TAGS,
  /** More keys to remove than allowed. */
  TOO_MANY_KEYS,
  /** A list that names neither resources nor tags. */
  NO_RESOURCE_IDS_NOR_TAGS,
  /** A change that names no resource. */
  NO_RESOURCE_IDS,
  /** A change that names no tag to add. */
  NO_TAGS,
  /** A resource id that cannot be an id. */
  BAD_RESOURCE_ID,
  /** The same resource id twice in a change; products without this error count it once. */
  DUPLICATE_RESOURCE_ID,
  /** A tag value without its key. */
  VALUE_WITHOUT_KEY,
  /** The same key twice in one request. */
  DUPLICATE_KEY,
  /** A key that the product does not allow. */
  BAD_KEY,
  /** A value that the product does not allow. */
  BAD_VALUE,
  /** Keys to remove together with {@code All=true}; products without this error ignore All. */
  KEYS_AND_ALL,
  /** Neither keys to remove nor {@code All=true}; products without this error change nothing. */
  NEITHER_KEYS_NOR_ALL,
  /** A page size outside its range. */
  BAD_PAGE_SIZE,
  /** A page token that was never issued, or for another query. */
  BAD_NEXT_TOKEN,
  /** A resource would carry more user tags than allowed. */
  TOO_MANY_TAGS_ON_RESOURCE,
  /** A resource that was never declared, where it must have been. */
  RESOURCE_NOT_FOUND;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in product files, such as {@code no-resource-type}. */
  public String id() {
    return id;
  }

  /**
   * Whether a product may leave it out: then it is no error there, or another one stands for it.
   */
  public boolean optional() {
    return switch (this) {
      case TOO_MANY_KEYS,
          DUPLICATE_RESOURCE_ID,
          KEYS_AND_ALL,
          NEITHER_KEYS_NOR_ALL,
          MISSING_PARAMETER,
          BAD_PAGE_SIZE ->
          true;
      default -> false;
    };
  }
}
