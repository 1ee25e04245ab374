package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * One resource, to edit.
 *
 * @param account the account
 * @param product the product code
 * @param region the region
 * @param type the resource type
 * @param id its id
 * @param isNew whether it is not there yet, so that place and id can be chosen
 * @param tags its tags, and empty ones to fill
 * @param systemTags the cloud's, and an empty one to fill
 * @param declared whether it stays without tags
 * @param attributes what it was created with
 * @param products product codes to choose from
 * @param types resource types to choose from
 */
public record ResourceForm(
    String account,
    String product,
    String region,
    String type,
    String id,
    boolean isNew,
    List<Pair> tags,
    List<Pair> systemTags,
    boolean declared,
    List<Pair> attributes,
    List<String> products,
    List<String> types) {}
