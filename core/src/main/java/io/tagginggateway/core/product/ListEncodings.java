package io.tagginggateway.core.product;

/**
 * How one trio writes its lists.
 *
 * @param ids the resource ids
 * @param tags the tags
 * @param keys the keys to remove
 */
public record ListEncodings(Encoding ids, Encoding tags, Encoding keys) {

  /** Every list is a JSON array. */
  static final ListEncodings ALL_JSON =
      new ListEncodings(Encoding.JSON, Encoding.JSON, Encoding.JSON);

  /** The ways to write a list. */
  public enum Encoding {
    /** One parameter for each member: {@code ResourceId.1}, {@code Tag.1.Key}. */
    INDEXED,
    /** One parameter that holds a JSON array. */
    JSON,
    /** One parameter that holds the members, separated by commas. */
    COMMA
  }
}
