package io.tagginggateway.store.postgresql.db;

import io.tagginggateway.core.tag.StoreUnavailableException;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** What the failures of a database mean. */
public final class SqlFailures {
  /** serialization_failure, deadlock_detected, unique_violation. */
  private static final Set<String> PASSING = Set.of("40001", "40P01", "23505");

  /**
   * Classes of SQLSTATE that tell of a database that cannot be used now: connection, authorization,
   * transaction rollback, resources, program limits, prerequisite state, operator intervention,
   * system.
   */
  private static final Set<String> UNAVAILABLE = Set.of("08", "28", "40", "53", "55", "57", "58");

  /** read_only_sql_transaction (a standby), insufficient_privilege. */
  private static final Set<String> UNAVAILABLE_TOO = Set.of("25006", "42501");

  private SqlFailures() {}

  /** Whether the same change may succeed when it is begun again; it has changed nothing. */
  static boolean isPassing(Throwable failure) {
    return failure instanceof PgException pg && PASSING.contains(String.valueOf(pg.getSqlState()));
  }

  /**
   * What a caller of the store is to see of it: {@link StoreUnavailableException} where the
   * database cannot be used at the moment, else a defect of ours.
   */
  public static Throwable of(Throwable failure) {
    if (failure instanceof StoreUnavailableException) {
      return failure;
    }
    if (!(failure instanceof PgException pg)) {
      return new StoreUnavailableException("the database does not answer: " + reason(failure));
    }
    String state = String.valueOf(pg.getSqlState());
    if (UNAVAILABLE_TOO.contains(state)
        || (state.length() == 5 && UNAVAILABLE.contains(state.substring(0, 2)))) {
      return new StoreUnavailableException("the database refuses: " + reason(failure));
    }
    return new IllegalStateException("a statement failed: " + reason(failure), failure);
  }

  /** Why, in one line; what a database says holds no password. */
  public static String reason(Throwable failure) {
    String text =
        failure instanceof PgException pg
            ? pg.getErrorMessage() + " (" + pg.getSqlState() + ")"
            : failure.getMessage();
    return text == null || text.isBlank()
        ? failure.getClass().getSimpleName()
        : text.replaceAll("\\s+", " ").trim();
  }
}
