package io.tagginggateway.core.product;

import org.jspecify.annotations.Nullable;

/**
 * How an answer says that its list ends.
 *
 * @param paged whether the product has tokens at all; without them a list is one page
 * @param token the token of the last page; null if there is none there
 */
public record EndOfList(boolean paged, @Nullable String token) {
  /** The last page has no token. */
  public static final EndOfList ABSENT = new EndOfList(true, null);

  /** No page has a token. */
  public static final EndOfList UNPAGED = new EndOfList(false, null);

  /** The last page has this token, perhaps empty. */
  public static EndOfList literal(String token) {
    return new EndOfList(true, token);
  }
}
