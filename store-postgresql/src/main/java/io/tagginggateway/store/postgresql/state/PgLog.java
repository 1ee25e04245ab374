package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal of all gateways that share a database. */
final class PgLog implements SharedLog {
  private static final Statement APPEND =
      new Statement(
          "journal_append",
          "INSERT INTO journal (micros, gateway, number, document) SELECT n.micros, $1, n.number,"
              + " n.document FROM unnest($2::bigint[], $3::bigint[], $4::text[]) n (micros,"
              + " number, document) ON CONFLICT DO NOTHING");
  private static final String ROWS = "SELECT micros, gateway, number, document FROM journal ";
  private static final String ORDER = "ORDER BY micros DESC, gateway DESC, number DESC LIMIT ";
  private static final Statement NEWEST = new Statement("journal_newest", ROWS + ORDER + "$1");
  private static final Statement BEFORE =
      new Statement(
          "journal_before",
          ROWS + "WHERE (micros, gateway, number) < ($1, $2, $3) " + ORDER + "$4");
  private static final Statement TRIM =
      new Statement("journal_trim", "SELECT trim_journal($1)::text");
  private static final Statement CLEAR = new Statement("journal_clear", "DELETE FROM journal");

  private final UUID gateway = UUID.randomUUID();
  private final Database database;
  private final Lease lease;

  PgLog(Database database, Lease lease) {
    this.database = database;
    this.lease = lease;
  }

  @Override
  public CompletionStage<Void> append(List<Line> lines) {
    if (lines.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    Tuple parameters =
        Tuple.of(
            gateway,
            lines.stream().map(Line::micros).toArray(Long[]::new),
            lines.stream().map(Line::number).toArray(Long[]::new),
            lines.stream().map(Line::document).toArray(String[]::new));
    return database.change(APPEND, parameters, rows -> null);
  }

  @Override
  public CompletionStage<List<Written>> before(@Nullable String place, int max) {
    if (place == null) {
      return database.read(NEWEST, Tuple.of(max), this::lines);
    }
    String[] parts = place.split(" ", 3);
    Tuple after =
        Tuple.of(
            Long.parseLong(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]), max);
    return database.read(BEFORE, after, this::lines);
  }

  private List<Written> lines(Iterable<Row> rows) {
    List<Written> lines = new ArrayList<>();
    for (Row row : rows) {
      Line line = new Line(row.getLong(0), row.getLong(2), row.getString(3));
      UUID writer = row.getUUID(1);
      String place = line.micros() + " " + writer + " " + line.number();
      lines.add(new Written(line, writer.equals(gateway), place));
    }
    return lines;
  }

  @Override
  public CompletionStage<Void> trim(int keep) {
    return database.change(TRIM, Tuple.of(keep), rows -> null);
  }

  @Override
  public CompletionStage<Void> clear() {
    return database.change(CLEAR, Tuple.tuple(), rows -> null);
  }

  @Override
  public CompletionStage<Void> gather() {
    return lease.gathered().toCompletionStage();
  }

  @Override
  public void onGather(Supplier<CompletionStage<Void>> flush) {
    lease.onGather(flush);
  }
}
