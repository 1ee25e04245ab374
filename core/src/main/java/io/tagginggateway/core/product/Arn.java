package io.tagginggateway.core.product;

import org.jspecify.annotations.Nullable;

/**
 * The name of a resource over all products: {@code
 * arn:acs:<service>:<region>:<account>:<type>/<id>}.
 *
 * @param service the code of the product in ARNs
 * @param region the region; {@code *} for that of the request
 * @param account the account; {@code *} for that of the caller
 * @param type the resource type
 * @param id the resource id, which may hold slashes and colons
 */
record Arn(String service, String region, String account, String type, String id) {
  private static final String CURRENT = "*";
  private static final int PARTS = 6;

  /** The ARN that a text writes, or null if it writes none. */
  static @Nullable Arn parse(String text) {
    String[] parts = text.split(":", PARTS);
    if (parts.length < PARTS || !parts[0].equals("arn") || !parts[1].equals("acs")) {
      return null;
    }
    int slash = parts[5].indexOf('/');
    if (slash < 1 || parts[2].isEmpty() || parts[3].isEmpty() || parts[4].isEmpty()) {
      return null;
    }
    String id = parts[5].substring(slash + 1);
    return Texts.isResourceId(id)
        ? new Arn(parts[2], parts[3], parts[4], parts[5].substring(0, slash), id)
        : null;
  }

  boolean isOfAccount(String caller) {
    return account.equals(CURRENT) || account.equals(caller);
  }

  boolean isInRegion(String asked) {
    return region.equals(CURRENT) || region.equals(asked);
  }

  @Override
  public String toString() {
    return "arn:acs:" + service + ":" + region + ":" + account + ":" + type + "/" + id;
  }
}
