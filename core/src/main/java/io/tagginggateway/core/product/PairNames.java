package io.tagginggateway.core.product;

/**
 * What the two parts of a tag are called in a list of tags.
 *
 * @param key the key
 * @param value the value
 */
public record PairNames(String key, String value) {
  /** What nearly all products call them. */
  public static final PairNames USUAL = new PairNames("Key", "Value");
}
