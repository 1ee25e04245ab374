package io.tagginggateway.core.tag;

import java.util.List;

/**
 * A change of user tags over several resources of one partition. It happens whole or not at all.
 */
public sealed interface TagChange {

  /** The resources to change: distinct ids, at least one. */
  List<String> resourceIds();

  /**
   * Gives every resource these tags; a key that is there takes the new value.
   *
   * @param resourceIds distinct ids
   * @param tags tags with distinct keys
   */
  record Put(List<String> resourceIds, List<Tag> tags) implements TagChange {}

  /**
   * Takes these keys from every resource; a key that is not there is no error.
   *
   * @param resourceIds distinct ids
   * @param keys the keys to remove
   */
  record Remove(List<String> resourceIds, List<String> keys) implements TagChange {}

  /**
   * Takes every user tag from every resource.
   *
   * @param resourceIds distinct ids
   */
  record RemoveAll(List<String> resourceIds) implements TagChange {}

  /**
   * Changes nothing, but still asks for the resources to be there where that is required.
   *
   * @param resourceIds distinct ids
   */
  record Nothing(List<String> resourceIds) implements TagChange {}
}
