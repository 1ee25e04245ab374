package io.tagginggateway.core.product;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a product allows.
 *
 * @param resourceTypes the types as answers spell them
 * @param typesIgnoreCase whether a request may spell a type in any case
 * @param maxResourceIds how many ResourceId.N one request may name
 * @param maxTags how many Tag.N or TagKey.N one request may name
 * @param maxTagsPerResource how many user tags a resource may carry
 * @param filterKey whether a list may ask for this key
 * @param userKey whether a caller may set or remove this key
 * @param value whether a tag may have this value
 * @param paging how lists are cut into pages
 */
public record TagRules(
    List<String> resourceTypes,
    boolean typesIgnoreCase,
    int maxResourceIds,
    int maxTags,
    int maxTagsPerResource,
    Predicate<String> filterKey,
    Predicate<String> userKey,
    Predicate<String> value,
    Paging paging) {

  /** The type as answers spell it, or null if the product has none of that name. */
  public @Nullable String canonicalType(String sent) {
    for (String type : resourceTypes) {
      if (typesIgnoreCase ? type.equalsIgnoreCase(sent) : type.equals(sent)) {
        return type;
      }
    }
    return null;
  }
}
