package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/**
 * Puts whole states in place. A state is made aside, however long that takes, and comes into force
 * in one short transaction: a request sees the old one or the new one.
 */
final class Generations {
  private static final int RESETS = 5;

  private final Database database;
  private final Lease lease;

  Generations(Database database, Lease lease) {
    this.database = database;
    this.lease = lease;
  }

  /** A number that nothing has yet. */
  Future<Integer> begin() {
    return one("SELECT new_generation()", Tuple.tuple(), row -> row.getInteger(0));
  }

  /** Says that nobody needs a generation any more. */
  Future<Void> retire(int generation) {
    return run(
        "UPDATE generation SET retired = now() WHERE gen = $1 AND retired IS NULL",
        Tuple.of(generation));
  }

  /** Goes back to the fixtures of the start. */
  Future<Void> reset() {
    return reset(RESETS);
  }

  private Future<Void> reset(int attempts) {
    return one("SELECT fixture_gen FROM state", Tuple.tuple(), row -> row.getInteger(0))
        .compose(
            fixture ->
                filled(fixture)
                    .compose(
                        made ->
                            flip("SELECT reset_to($1, $2)", Tuple.of(made, fixture))
                                .compose(
                                    version -> {
                                      if (version != null) {
                                        return lease.known(version);
                                      }
                                      // Others have put new fixtures in place meanwhile.
                                      return retire(made).compose(gone -> again(attempts));
                                    })));
  }

  private Future<Void> again(int attempts) {
    return attempts > 1
        ? reset(attempts - 1)
        : Future.failedFuture(
            new StoreUnavailableException("the fixtures change faster than a reset copies them"));
  }

  /** Puts a draft in the place of the state in force. */
  Future<Void> replace(int draft) {
    return filled(draft)
        .compose(
            made -> flip("SELECT flip($1, NULL, ARRAY[$2::integer], NULL)", Tuple.of(made, draft)))
        .compose(lease::known);
  }

  /** The same, and from now on a reset goes back to it. */
  Future<Void> restart(int draft, byte[] digest) {
    return filled(draft)
        .compose(
            made ->
                flip(
                    "SELECT flip($1, $2, ARRAY[$2::integer], $3)",
                    Tuple.of(made, draft, Buffer.buffer(digest))))
        .compose(lease::known);
  }

  /** The same, unless others have put the same fixtures in place meanwhile; then false. */
  Future<Boolean> reload(int draft, byte[] digest) {
    Buffer made = Buffer.buffer(digest);
    return filled(draft)
        .compose(
            current ->
                flip("SELECT reload_to($1, $2, $3)", Tuple.of(current, draft, made))
                    .compose(
                        version ->
                            version == null
                                ? retire(current).map(false)
                                : lease.known(version).map(true)));
  }

  /** Whether what a reset goes back to was made of the same fixtures. */
  Future<Boolean> isDone(byte[] digest) {
    return one(
        "SELECT digest IS NOT DISTINCT FROM $1 FROM shared",
        Tuple.of(Buffer.buffer(digest)),
        row -> row.getBoolean(0));
  }

  /** Adds a draft to the state in force. */
  Future<Void> add(int draft) {
    return flip("SELECT add_draft($1)", Tuple.of(draft)).compose(lease::known);
  }

  /** A new generation with all that another one has. */
  private Future<Integer> filled(int from) {
    return begin()
        .compose(
            made ->
                run("SELECT copy_resources($1, $2)::text", Tuple.of(from, made))
                    .compose(copied -> derived(made))
                    .compose(tags -> run("SELECT copy_shared($1, $2)::text", Tuple.of(from, made)))
                    .map(done -> made));
  }

  /** Makes the inverted index, which takes most of a load, in two halves at once. */
  private Future<Void> derived(int generation) {
    String sql = "SELECT derive_tags($1, $2, 2)::text";
    return Future.join(run(sql, Tuple.of(generation, 0)), run(sql, Tuple.of(generation, 1)))
        .mapEmpty();
  }

  private Future<Long> flip(String sql, Tuple parameters) {
    return one(sql, parameters, row -> row.getLong(0));
  }

  private Future<Void> run(String sql, Tuple parameters) {
    return one(sql, parameters, row -> row).mapEmpty();
  }

  <T> Future<T> one(String sql, Tuple parameters, Function<Row, T> result) {
    return database
        .longs()
        .preparedQuery(sql)
        .execute(parameters)
        .map(rows -> rows.size() == 0 ? null : result.apply(rows.iterator().next()))
        .recover(failure -> Future.failedFuture(SqlFailures.of(failure)));
  }
}
