package io.tagginggateway.core.state;

import java.time.Duration;

/**
 * Limits on the accounts that are created for access keys that no fixture declares.
 *
 * @param template the account whose fixtures each of them starts from
 * @param max how many there may be at once
 * @param idle how long one must be unused before it makes room for another
 */
public record GuestLimits(String template, int max, Duration idle) {

  /** Not one. */
  public static final GuestLimits NONE = new GuestLimits("", 0, Duration.ZERO);

  /** The limits of a gateway: enough for many suites, and bounded. Chosen. */
  public static GuestLimits of(String template) {
    return new GuestLimits(template, 1000, Duration.ofHours(1));
  }
}
