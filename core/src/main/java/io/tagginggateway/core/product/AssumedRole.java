package io.tagginggateway.core.product;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.state.State;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of AssumeRole: a temporary key of the role's account, with a token and an expiry. Any
 * role of the caller's account and of declared accounts can be assumed, by anybody: there are no
 * policies here. Chosen.
 */
final class AssumedRole {
  private static final Pattern ROLE =
      Pattern.compile("acs:ram::([0-9]{1,32}|[\\w.-]{1,64}):role/([\\w.@-]{1,64})");
  private static final Pattern SESSION = Pattern.compile("[\\w.@=-]{1,64}");
  private static final int MIN_SECONDS = 900;
  private static final int MAX_SECONDS = 43_200;
  private static final int DEFAULT_SECONDS = 3_600;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final Call call;
  private final IdentityOperation operation;
  private final String account;
  private final String role;
  private final String session;
  private final int seconds;

  /**
   * Reads what a call asks.
   *
   * @throws ApiException if a parameter is malformed or out of range
   */
  AssumedRole(Call call, IdentityOperation operation) {
    this.call = call;
    this.operation = operation;
    Matcher arn = ROLE.matcher(parameter("RoleArn"));
    require(arn.matches(), "bad-role", parameter("RoleArn"));
    account = arn.group(1);
    role = arn.group(2);
    session = parameter("RoleSessionName");
    require(SESSION.matcher(session).matches(), "bad-session-name", session);
    String sent = parameter("DurationSeconds");
    seconds = sent.isEmpty() ? DEFAULT_SECONDS : Texts.wholeNumber(sent);
    require(seconds >= MIN_SECONDS && seconds <= MAX_SECONDS, "bad-duration", sent);
  }

  /** Issues the key, in whole seconds from {@code now}. */
  CompletionStage<Answer> issue(State state, Instant now) {
    return state
        .declaredAccounts()
        .thenCompose(
            declared -> {
              boolean known = account.equals(call.account()) || declared.contains(account);
              require(known, "role-not-found", parameter("RoleArn"));
              AccessKey key = key(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds));
              return state.issue(key).thenApply(issued -> answer(key));
            });
  }

  private AccessKey key(Instant end) {
    SecureRandom random = new SecureRandom();
    return new AccessKey(
        "STS." + text(random, 24),
        text(random, 44),
        account,
        "CAIS" + text(random, 188),
        end,
        false,
        "acs:ram::" + account + ":assumed-role/" + role + "/" + session);
  }

  private static String text(SecureRandom random, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private Answer answer(AccessKey key) {
    String roleId = Identity.id("acs:ram::" + account + ":assumed-role/" + role);
    return new WrittenAnswer(
        call,
        0,
        document -> {
          document.field("RequestId", call.requestId());
          document.startObject("AssumedRoleUser");
          document.field("Arn", String.valueOf(key.arn()));
          document.field("AssumedRoleId", roleId + ":" + session);
          document.endObject();
          document.startObject("Credentials");
          document.field("AccessKeyId", key.id());
          document.field("AccessKeySecret", key.secret());
          document.field("SecurityToken", String.valueOf(key.securityToken()));
          document.field("Expiration", TIME.format(key.tokenExpires()));
          document.endObject();
        });
  }

  private String parameter(String name) {
    String value = call.request().parameter(name);
    return value == null ? "" : value;
  }

  private void require(boolean holds, String otherwise, String value) {
    if (!holds) {
      throw new ApiException(operation.error(otherwise).quoting(value));
    }
  }
}
