package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.StateDifferences.Difference;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds what resources are otherwise than in the generation that a reset goes back to. The database
 * compares the two, which takes some seconds for millions, and hands over no more than is asked
 * for.
 */
public final class FixtureDifferences {
  private static final String RESOURCES =
      "(SELECT account, place, id, ord, tags, system_tags FROM resource WHERE gen = (SELECT ";

  private static final Statement FIND =
      new Statement(
          "differences",
          "SELECT account, p.product, p.region, p.type, id, b.tags::text, b.system_tags::text,"
              + " n.tags::text, n.system_tags::text, count(*) OVER () FROM "
              + RESOURCES
              + "fixture_gen FROM state)) b FULL JOIN "
              + RESOURCES
              + "current_gen FROM state)) n USING (account, place, id) JOIN place p USING (place)"
              + " WHERE (b.tags || b.system_tags) IS DISTINCT FROM (n.tags || n.system_tags)"
              + " ORDER BY account, p.product, p.region, p.type, n.ord IS NULL,"
              + " coalesce(n.ord, b.ord) LIMIT $1");

  private static final int ID = 4;
  private static final int BEFORE = 5;
  private static final int NOW = 7;
  private static final int COUNT = 9;

  private FixtureDifferences() {}

  /** As many as {@code max}, and how many there are. */
  public static CompletionStage<StateDifferences> find(Database database, int max) {
    return database.readLong(FIND, Tuple.of((long) max), FixtureDifferences::of);
  }

  private static StateDifferences of(RowSet<Row> rows) {
    List<Difference> first = new ArrayList<>();
    long count = 0;
    for (Row row : rows) {
      count = row.getLong(COUNT);
      Partition partition =
          new Partition(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
      first.add(new Difference(partition, resource(row, BEFORE), resource(row, NOW)));
    }
    return new StateDifferences(count, first);
  }

  /** Null where the outer join found none. */
  private static @Nullable StoredResource resource(Row row, int column) {
    String tags = row.getString(column);
    return tags == null
        ? null
        : new StoredResource(
            row.getString(ID), TagJson.read(tags), TagJson.read(row.getString(column + 1)), false);
  }
}
