package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.SqlFailures;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Hands a partition over as one snapshot shows it, batch by batch. It holds a connection as long as
 * the sink takes, but no rows besides the batch.
 */
final class TagExport {
  private static final int BATCH = 500;

  private final Database database;
  private final Partition partition;
  private final TagStore.Sink sink;

  TagExport(Database database, Partition partition, TagStore.Sink sink) {
    this.database = database;
    this.partition = partition;
    this.sink = sink;
  }

  CompletionStage<Void> run() {
    return database
        .longConnection()
        .recover(TagExport::failed)
        .compose(
            connection ->
                query(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                    .compose(begun -> from(connection, 0))
                    .eventually(() -> query(connection, "ROLLBACK"))
                    .eventually(connection::close))
        .toCompletionStage();
  }

  private Future<Void> from(SqlConnection connection, long ord) {
    return connection
        .preparedQuery(TagStatements.ALL.sql())
        .execute(PgTagStore.in(partition, Places.of(partition), Tuple.of(ord, (long) BATCH, true)))
        .recover(TagExport::failed)
        .compose(rows -> handOver(connection, rows));
  }

  private Future<Void> handOver(SqlConnection connection, RowSet<Row> rows) {
    List<StoredResource> batch = new ArrayList<>(BATCH);
    long last = 0;
    for (Row row : rows) {
      StoredRow stored = StoredRow.of(row);
      batch.add(stored.resource());
      last = stored.ord();
    }
    if (batch.isEmpty()) {
      return Future.succeededFuture();
    }
    long next = last + 1;
    return Future.fromCompletionStage(sink.take(batch))
        .compose(taken -> batch.size() < BATCH ? Future.succeededFuture() : from(connection, next));
  }

  private static Future<Void> query(SqlConnection connection, String sql) {
    return connection.query(sql).execute().recover(TagExport::failed).mapEmpty();
  }

  private static <T> Future<T> failed(Throwable failure) {
    return Future.failedFuture(SqlFailures.of(failure));
  }
}
