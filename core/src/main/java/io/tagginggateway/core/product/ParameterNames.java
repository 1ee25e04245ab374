package io.tagginggateway.core.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of one trio are called on the wire. Null means that the product has no such
 * parameter.
 *
 * @param type the resource type
 * @param ids the list of resource ids
 * @param furtherIds a second list that names resources of the same types
 * @param tags the list of tags
 * @param keys the list of keys to remove; {@code Tags.N.Key} where they stand in a list of tags
 * @param pairs the list of tags to remove where their values are equal
 * @param all asks for every tag to be removed
 * @param token the page token
 * @param pageSize how much a page may hold
 * @param page the number of the page, where pages are counted; the first is 1
 * @param region where the region is named
 * @param pair what the parts of a tag are called
 * @param required what is mandatory besides: other parameters, or the lists above where they may
 *     else be left out
 */
public record ParameterNames(
    @Nullable String type,
    String ids,
    @Nullable String furtherIds,
    String tags,
    @Nullable String keys,
    @Nullable String pairs,
    @Nullable String all,
    @Nullable String token,
    @Nullable String pageSize,
    @Nullable String page,
    RegionParameter region,
    PairNames pair,
    PerKind<List<String>> required) {

  /** Whether a mandatory parameter is one of the lists, whose absence has an error of its own. */
  boolean isList(String parameter) {
    return parameter.equals(ids) || parameter.equals(keys);
  }

  /** Whether a list of this kind must name resources. */
  public boolean needsIds(TagOperation.Kind kind) {
    return kind != TagOperation.Kind.LIST || required.get(kind).contains(ids);
  }

  /** Whether this kind must name keys. */
  public boolean needsKeys(TagOperation.Kind kind) {
    return keys != null && required.get(kind).contains(keys);
  }
}
