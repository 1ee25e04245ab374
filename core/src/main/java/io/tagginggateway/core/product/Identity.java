package io.tagginggateway.core.product;

import io.tagginggateway.core.auth.AccessKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Who a key stands for, as STS tells it.
 *
 * @param account the account
 * @param arn the name of the user, role session or account
 * @param type {@code Account}, {@code RAMUser} or {@code AssumedRoleUser}
 * @param userId the id of the account or user
 * @param principalId the id of whoever it is
 * @param roleId the id of the role, or null if it is none
 */
record Identity(
    String account,
    String arn,
    String type,
    String userId,
    String principalId,
    @Nullable String roleId) {
  private static final String USER = ":user/";
  private static final String SESSION = ":assumed-role/";

  /** The account itself. */
  static Identity root(String account) {
    return new Identity(
        account, "acs:ram::" + account + ":root", "Account", account, account, null);
  }

  /** The user or session that a key names; the account itself if it names none. */
  static Identity of(Optional<AccessKey> key, String account) {
    String arn = key.map(AccessKey::arn).orElse(null);
    if (arn == null) {
      return root(account);
    }
    int session = arn.indexOf(SESSION);
    if (session >= 0) {
      String role = id(arn.substring(0, arn.lastIndexOf('/')));
      String principal = role + ":" + arn.substring(arn.lastIndexOf('/') + 1);
      return new Identity(account, arn, "AssumedRoleUser", principal, principal, role);
    }
    String type = arn.contains(USER) ? "RAMUser" : "Account";
    return new Identity(account, arn, type, id(arn), id(arn), null);
  }

  /** An id of 18 digits that is always the same for a name. Chosen. */
  static String id(String arn) {
    CRC32 sum = new CRC32();
    sum.update(arn.getBytes(StandardCharsets.UTF_8));
    return "3%017d".formatted(sum.getValue());
  }

  WrittenAnswer.Body fields(String requestId) {
    return document -> {
      document.field("RequestId", requestId);
      document.field("AccountId", account);
      document.field("UserId", userId);
      document.field("Arn", arn);
      document.field("IdentityType", type);
      document.field("PrincipalId", principalId);
      if (roleId != null) {
        document.field("RoleId", roleId);
      }
    };
  }
}
