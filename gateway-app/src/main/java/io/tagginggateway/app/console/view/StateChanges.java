package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * What is otherwise than the fixtures say.
 *
 * @param changes one for each resource
 * @param summary how many there are
 */
public record StateChanges(List<Change> changes, String summary) {

  /**
   * A resource that differs.
   *
   * @param kind added, removed or changed
   * @param place account, product, region and type
   * @param id the resource
   * @param link where it is edited, or empty if it is not there any more
   * @param tags each tag that differs
   */
  public record Change(String kind, String place, String id, String link, List<TagChange> tags) {}

  /**
   * A tag that differs.
   *
   * @param key its key
   * @param before its value in the fixtures
   * @param hadBefore whether it was there
   * @param now its value now
   * @param hasNow whether it is there
   */
  public record TagChange(
      String key, String before, boolean hadBefore, String now, boolean hasNow) {}
}
