package io.tagginggateway.app.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null means any.
 *
 * @param product the product code
 * @param action the action
 * @param account the account of the caller
 * @param accessKeyId the key that the caller named
 * @param code the error code
 * @param limit how many at most
 */
public record JournalQuery(
    @Nullable String product,
    @Nullable String action,
    @Nullable String account,
    @Nullable String accessKeyId,
    @Nullable String code,
    int limit) {

  /** Everything. */
  public static final JournalQuery ALL =
      new JournalQuery(null, null, null, null, null, Integer.MAX_VALUE);

  boolean matches(JournalEntry entry) {
    return matches(product, entry.product())
        && matches(action, entry.action())
        && matches(account, entry.account())
        && matches(accessKeyId, entry.accessKeyId())
        && matches(code, entry.code());
  }

  private static boolean matches(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || Objects.equals(wanted, actual);
  }
}
