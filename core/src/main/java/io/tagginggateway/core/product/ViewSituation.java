package io.tagginggateway.core.product;

import io.tagginggateway.core.product.ViewOperation.Kind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be wrong with a request of the view, in the order in which it is checked. */
public enum ViewSituation {
  /** A change that names no resource. */
  NO_ARNS(Kind.TAG, Kind.UNTAG),
  /** More resources than allowed. */
  TOO_MANY_ARNS(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** A name of a resource that is no ARN. */
  BAD_ARN(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** An ARN of another account than the caller's. */
  OTHER_ACCOUNT(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** An ARN of another region than the request's. */
  OTHER_REGION(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** An ARN of a product that is not there. */
  UNKNOWN_SERVICE(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** A resource type that the product does not have. */
  UNKNOWN_TYPE(Kind.LIST, Kind.TAG, Kind.UNTAG, Kind.KEYS, Kind.VALUES),
  /** Tags that are no JSON object of texts, or none where there must be some. */
  BAD_TAGS(Kind.LIST, Kind.TAG),
  /** No key where there must be one. */
  NO_KEY(Kind.UNTAG, Kind.VALUES),
  /** More tags or keys than allowed. */
  TOO_MANY_TAGS(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** The same key twice. */
  DUPLICATE_KEY(Kind.LIST, Kind.TAG, Kind.UNTAG),
  /** The removal of a tag that only the cloud sets. */
  SYSTEM_KEY(Kind.UNTAG),
  /** A key that is not allowed. */
  BAD_KEY(Kind.LIST, Kind.TAG, Kind.UNTAG, Kind.VALUES),
  /** A value that is not allowed. */
  BAD_VALUE(Kind.LIST, Kind.TAG),
  /** An unknown category. */
  BAD_CATEGORY(Kind.LIST, Kind.KEYS),
  /** An unknown query type. */
  BAD_QUERY_TYPE(Kind.KEYS, Kind.VALUES),
  /** An unknown way of matching. */
  BAD_FUZZY_TYPE(Kind.KEYS, Kind.VALUES),
  /** The values of a preset tag that is not there. */
  PRESET_KEY_NOT_FOUND(Kind.VALUES),
  /** A page size outside its range. */
  BAD_PAGE_SIZE(Kind.LIST, Kind.KEYS, Kind.VALUES),
  /** A page token that was never issued, or for another query. */
  BAD_NEXT_TOKEN(Kind.LIST, Kind.KEYS, Kind.VALUES),
  /** One resource would carry more user tags than allowed, and its product has no error for it. */
  TOO_MANY_TAGS_ON_RESOURCE(Kind.TAG),
  /** One resource was never declared, and its product has no error for it. */
  RESOURCE_NOT_FOUND(Kind.TAG, Kind.UNTAG);

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final Set<Kind> kinds;

  ViewSituation(Kind first, Kind... more) {
    kinds = EnumSet.of(first, more);
  }

  /** The operations that get into it. */
  public Set<Kind> kinds() {
    return kinds;
  }

  /** The name in product files, such as {@code no-arns}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
