package io.tagginggateway.core.product;

/**
 * The view over the tags of all products, by ARN: the rules that its operations share.
 *
 * @param parameters what the parameters are called
 * @param limits how much a request may name
 * @param key keys that are asked for, set or removed; system keys aside
 * @param value values that are asked for or set
 * @param paging how lists are cut into pages
 * @param names what the fields of answers are called
 * @param errors its errors
 */
public record TagView(
    Parameters parameters,
    Limits limits,
    TextRule key,
    TextRule value,
    Paging paging,
    Names names,
    ViewErrors errors) {

  /**
   * What the parameters are called.
   *
   * @param arns the list of ARNs
   * @param tags the JSON object of tags
   * @param keys the list of keys to remove
   * @param category the category of tags
   * @param type the resource type of a list of keys or values
   * @param query whether tags of resources or preset tags are asked for
   * @param fuzzy how keys or values are matched
   * @param key the key whose values are asked for
   * @param keyFilter the key, or its beginning, that a list of keys is narrowed to
   * @param valueFilter the value, or its beginning, that a list of values is narrowed to
   * @param token the page token
   * @param pageSize the page size
   */
  public record Parameters(
      String arns,
      String tags,
      String keys,
      String category,
      String type,
      String query,
      String fuzzy,
      String key,
      String keyFilter,
      String valueFilter,
      String token,
      String pageSize) {}

  /**
   * How much a request may name.
   *
   * @param arns the most ARNs
   * @param tags the most tags
   * @param keys the most keys
   */
  public record Limits(int arns, int tags, int keys) {}

  /**
   * The size of pages.
   *
   * @param defaultSize the size when nobody says
   * @param maxSize the most that may be asked for
   */
  public record Paging(int defaultSize, int maxSize) {}

  /**
   * What the fields of answers are called.
   *
   * @param rows the resources of a list
   * @param arn the ARN of a resource
   * @param tags the tags of a resource
   * @param keys the object around a list of keys
   * @param key one of them
   * @param values the object around a list of values
   * @param value one of them
   * @param failed the object around the resources that a change failed for
   * @param failure one of them
   */
  public record Names(
      String rows,
      String arn,
      String tags,
      String keys,
      String key,
      String values,
      String value,
      String failed,
      String failure) {}
}
