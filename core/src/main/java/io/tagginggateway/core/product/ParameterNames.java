package io.tagginggateway.core.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of one trio are called on the wire. Null means that the product has no such
 * parameter.
 *
 * @param type the resource type
 * @param ids the list of resource ids
 * @param tags the list of tags
 * @param keys the list of keys to remove
 * @param all asks for every tag to be removed
 * @param token the page token
 * @param pageSize how much a page may hold
 * @param required further mandatory parameters
 */
public record ParameterNames(
    String type,
    String ids,
    String tags,
    @Nullable String keys,
    @Nullable String all,
    @Nullable String token,
    @Nullable String pageSize,
    PerKind<List<String>> required) {}
