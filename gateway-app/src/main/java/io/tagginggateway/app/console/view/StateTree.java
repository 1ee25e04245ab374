package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * What is stored, by account, product, region and type.
 *
 * @param places where anything is, with how much
 * @param total all of it in a sentence
 * @param search what is looked for
 * @param found the resources that were found, or those of the place that is open
 * @param caption what {@code found} is
 * @param more where the rest of them is, or empty
 */
public record StateTree(
    List<Place> places,
    String total,
    Search search,
    List<Found> found,
    String caption,
    String more) {

  /**
   * A type in a region.
   *
   * @param account the account
   * @param product the product code
   * @param region the region
   * @param type the resource type
   * @param resources how many resources
   * @param tags how many tags they have together
   * @param link leads to them
   * @param open whether they are shown
   */
  public record Place(
      String account,
      String product,
      String region,
      String type,
      String resources,
      String tags,
      String link,
      boolean open) {}

  /**
   * What is looked for; empty where anything may be.
   *
   * @param account the account
   * @param product the product code
   * @param region the region
   * @param type the resource type
   * @param id a resource's id
   * @param tag a tag's key, or key and value with a colon between
   */
  public record Search(
      String account, String product, String region, String type, String id, String tag) {}

  /**
   * A resource.
   *
   * @param account the account
   * @param product the product code
   * @param region the region
   * @param type the resource type
   * @param id its id
   * @param tags its tags
   * @param systemTags tags that the cloud has set
   * @param declared whether it stays without tags
   * @param link where it is edited
   */
  public record Found(
      String account,
      String product,
      String region,
      String type,
      String id,
      List<Pair> tags,
      List<Pair> systemTags,
      boolean declared,
      String link) {}
}
