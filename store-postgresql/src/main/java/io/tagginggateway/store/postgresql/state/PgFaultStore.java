package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Faults that are counted in the database, each request in one statement. */
final class PgFaultStore implements FaultStore {
  static final String COLUMNS = "id, document, skip, times, probability, seed, matched, spoiled";

  private static final String PREFIX = "fault-";
  private static final Statement STRIKE =
      new Statement("fault_strike", "SELECT was_struck, is_used_up FROM strike($1)");
  private static final Statement ADD =
      new Statement(
          "fault_add", "SELECT new_id, new_version FROM add_fault($1, $2, $3, $4, $5, $6, $7)");
  private static final Statement ALL =
      new Statement("fault_all", "SELECT " + COLUMNS + " FROM fault ORDER BY id");
  private static final Statement REMOVE =
      new Statement(
          "fault_remove",
          "WITH gone AS (DELETE FROM fault WHERE id = $1 RETURNING id) UPDATE shared SET version ="
              + " version + 1 WHERE EXISTS (SELECT FROM gone) RETURNING version");
  private static final Statement CLEAR =
      new Statement(
          "fault_clear",
          "WITH gone AS (DELETE FROM fault RETURNING id) UPDATE shared SET version = version + 1"
              + " WHERE EXISTS (SELECT FROM gone) RETURNING version");

  private final Database database;
  private final Lease lease;

  PgFaultStore(Database database, Lease lease) {
    this.database = database;
    this.lease = lease;
  }

  @Override
  public @Nullable List<Counted> armedNow() {
    SharedCopy copy = lease.now();
    return copy == null ? null : copy.armed();
  }

  @Override
  public CompletionStage<List<Counted>> armed() {
    return lease.copy().thenApply(SharedCopy::armed);
  }

  @Override
  public CompletionStage<Boolean> strike(String id) {
    return database.change(
        STRIKE,
        Tuple.of(number(id)),
        rows -> {
          if (rows.size() == 0) {
            usedUp(id);
            return false;
          }
          Row row = rows.iterator().next();
          if (row.getBoolean(1)) {
            usedUp(id);
          }
          return row.getBoolean(0);
        });
  }

  private void usedUp(String id) {
    SharedCopy copy = lease.now();
    if (copy != null) {
      copy.usedUp(id);
    }
  }

  @Override
  public CompletionStage<Optional<Counted>> add(Rule rule) {
    Tuple parameters =
        Tuple.of(
                rule.document(),
                rule.skip(),
                rule.times(),
                rule.probability(),
                rule.seed(),
                JavaRandom.state(rule.seed()))
            .addInteger(MAX);
    return database
        .change(ADD, parameters, rows -> rows.size() == 0 ? null : rows.iterator().next())
        .thenCompose(row -> row == null ? NONE : added(rule, row));
  }

  private static final CompletionStage<Optional<Counted>> NONE =
      CompletableFuture.completedFuture(Optional.empty());

  private CompletionStage<Optional<Counted>> added(Rule rule, Row row) {
    Counted counted = new Counted(PREFIX + row.getLong(0), rule, 0, 0);
    return lease.known(row.getLong(1)).map(known -> Optional.of(counted)).toCompletionStage();
  }

  @Override
  public CompletionStage<List<Counted>> all() {
    return database.read(
        ALL,
        Tuple.tuple(),
        rows -> {
          List<Counted> all = new ArrayList<>();
          rows.forEach(row -> all.add(counted(row)));
          return all;
        });
  }

  @Override
  public CompletionStage<Boolean> remove(String id) {
    return removed(REMOVE, Tuple.of(number(id)));
  }

  @Override
  public CompletionStage<Void> clear() {
    return removed(CLEAR, Tuple.tuple()).thenApply(any -> null);
  }

  private CompletionStage<Boolean> removed(Statement statement, Tuple parameters) {
    return database
        .change(
            statement,
            parameters,
            rows -> rows.size() == 0 ? null : rows.iterator().next().getLong(0))
        .thenCompose(
            version -> {
              return lease.known(version).map(known -> version != null).toCompletionStage();
            });
  }

  /** Of {@link #COLUMNS}. */
  static Counted counted(JsonArray row) {
    Rule rule =
        new Rule(
            row.getString(1),
            row.getInteger(2),
            row.getInteger(3),
            row.getDouble(4),
            row.getLong(5));
    return new Counted(PREFIX + row.getLong(0), rule, row.getLong(6), row.getLong(7));
  }

  private static Counted counted(Row row) {
    Rule rule =
        new Rule(
            row.getString(1),
            row.getInteger(2),
            row.getInteger(3),
            row.getDouble(4),
            row.getLong(5));
    return new Counted(PREFIX + row.getLong(0), rule, row.getLong(6), row.getLong(7));
  }

  /** The number in an id; one that nothing has for what is no id. */
  private static long number(String id) {
    try {
      return id.startsWith(PREFIX) ? Long.parseLong(id.substring(PREFIX.length())) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
