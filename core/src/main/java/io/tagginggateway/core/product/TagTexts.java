package io.tagginggateway.core.product;

/**
 * Which keys and values one trio allows.
 *
 * @param asked keys that a list may ask for
 * @param set keys that a caller may set
 * @param removed keys that a caller may remove
 * @param value values, asked for or set
 */
public record TagTexts(TextRule asked, TextRule set, TextRule removed, TextRule value) {

  /** The rule for keys in this kind of operation. */
  public TextRule key(TagOperation.Kind kind) {
    return switch (kind) {
      case LIST -> asked;
      case TAG -> set;
      case UNTAG -> removed;
    };
  }
}
