package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The state in force, whichever that is when a call is made. Declared keys and accounts are in the
 * gateway's own copy; temporary keys are asked for only where there is any.
 */
final class PgState implements State {
  /** How old the noted use of an isolated account may be: small beside its idle time. Chosen. */
  private static final long NOTED_MILLIS = 60_000;

  private static final Statement FIND_ISSUED =
      new Statement(
          "key_find",
          "SELECT id, secret, account, token, token_expires, false, arn FROM issued_key WHERE gen ="
              + " (SELECT current_gen FROM state) AND id = $1");
  private static final Statement ISSUE =
      new Statement("key_issue", "SELECT issue_key($1, $2, $3, $4, $5, $6)");
  private static final Statement USE_GUEST =
      new Statement(
          "guest_use",
          "UPDATE guest SET used = greatest(used, $2) WHERE gen = (SELECT current_gen FROM state)"
              + " AND account = $1");
  private static final Statement ADMIT_GUEST =
      new Statement(
          "guest_admit", "SELECT answer, new_version FROM admit_guest($1, $2, $3, $4, $5)");

  private final Database database;
  private final Lease lease;
  private final TagStore tags;
  private final ResourceStore resources;

  PgState(Database database, Lease lease, TagStore tags, ResourceStore resources) {
    this.database = database;
    this.lease = lease;
    this.tags = tags;
    this.resources = resources;
  }

  @Override
  public TagStore tags() {
    return tags;
  }

  @Override
  public ResourceStore resources() {
    return resources;
  }

  @Override
  public CompletionStage<Optional<AccessKey>> find(String accessKeyId) {
    SharedCopy copy = lease.now();
    return copy != null
        ? find(copy, accessKeyId)
        : lease.copy().thenCompose(known -> find(known, accessKeyId));
  }

  private CompletionStage<Optional<AccessKey>> find(SharedCopy copy, String id) {
    AccessKey known = copy.key(id);
    if (known != null || !copy.anyIssued() || !Texts.canBeStored(id)) {
      return CompletableFuture.completedFuture(Optional.ofNullable(known));
    }
    return database.read(
        FIND_ISSUED,
        Tuple.of(id),
        rows -> {
          if (rows.size() == 0) {
            return Optional.empty();
          }
          AccessKey key = KeyRows.declared(rows.iterator().next());
          copy.learn(key);
          return Optional.of(key);
        });
  }

  @Override
  public CompletionStage<Void> issue(AccessKey key) {
    Tuple parameters =
        Tuple.of(key.id(), key.account(), key.secret(), key.securityToken())
            .addOffsetDateTime(KeyRows.time(key.tokenExpires()))
            .addString(key.arn());
    return database
        .change(ISSUE, parameters, rows -> version(rows.iterator().next(), 0))
        .thenCompose(version -> lease.known(version.orElse(null)).toCompletionStage());
  }

  private static Optional<Long> version(Row row, int column) {
    return Optional.ofNullable(row.getLong(column));
  }

  @Override
  public CompletionStage<List<String>> declaredAccounts() {
    return lease.copy().thenApply(SharedCopy::accounts);
  }

  @Override
  public CompletionStage<List<AccessKey>> declaredKeys() {
    return lease.copy().thenApply(SharedCopy::keys);
  }

  @Override
  public CompletionStage<Boolean> admitGuest(String account, GuestLimits limits, long nowMillis) {
    SharedCopy copy = lease.now();
    return copy != null
        ? admit(copy, account, limits, nowMillis)
        : lease.copy().thenCompose(known -> admit(known, account, limits, nowMillis));
  }

  private CompletionStage<Boolean> admit(
      SharedCopy copy, String account, GuestLimits limits, long now) {
    Long noted = copy.guest(account);
    if (copy.isDeclared(account) || (noted != null && now - noted < NOTED_MILLIS)) {
      return CompletableFuture.completedFuture(true);
    }
    return database
        .change(USE_GUEST, Tuple.of(account, now), rows -> rows.rowCount() == 1)
        .thenCompose(
            there -> {
              if (there) {
                copy.guestUsed(account, now);
                return CompletableFuture.completedFuture(true);
              }
              return create(copy, account, limits, now);
            });
  }

  private CompletionStage<Boolean> create(
      SharedCopy copy, String account, GuestLimits limits, long now) {
    Tuple parameters =
        Tuple.of(account, limits.template(), limits.max(), now, now - limits.idle().toMillis());
    return database
        .change(ADMIT_GUEST, parameters, rows -> rows.iterator().next())
        .thenCompose(
            row -> {
              boolean there = row.getInteger(0) != 0;
              if (there) {
                copy.guestUsed(account, now);
              }
              @Nullable Long version = row.getLong(1);
              return lease.known(version).map(known -> there).toCompletionStage();
            });
  }
}
