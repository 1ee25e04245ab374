package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.ForeignCursorException;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.store.postgresql.db.Database;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Keeps tags in PostgreSQL. Every call but an export is one statement in a transaction of its own,
 * so nothing is ever half done, whoever dies. Thread-safe and linearizable, over all gateways that
 * share the database.
 */
public final class PgTagStore implements TagStore {
  private static final String PROGRAM_LIMIT_EXCEEDED = "54000";

  private final Database database;
  private final Places places;

  /** The tags of the generation in force, whichever that is when a call is made. */
  public PgTagStore(Database database, Places places) {
    this.database = database;
    this.places = places;
  }

  /** The names of the statements, as metrics call them. */
  public static List<String> statements() {
    return TagStatements.NAMES;
  }

  @Override
  public CompletionStage<Page> list(Partition partition, TagQuery query) {
    Position after;
    try {
      after = query.after() == null ? null : Position.of(query.after());
    } catch (ForeignCursorException e) {
      return CompletableFuture.failedFuture(e);
    }
    PageBuilder page = new PageBuilder(query, after);
    PageStatement asked = PageStatement.of(query, after == null ? 0 : after.from(), page.enough());
    return database.read(asked.statement(), asked.parameters(partition), page::of);
  }

  @Override
  public CompletionStage<ChangeResult> change(
      Partition partition, TagChange change, ChangeRules rules) {
    Tuple what;
    try {
      what = change.as(new ChangeParameters(rules));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    return places
        .named(partition)
        .thenCompose(
            place ->
                database.change(
                    TagStatements.CHANGE,
                    in(partition, place, what),
                    rows -> result(first(rows).getInteger(0))))
        .exceptionallyCompose(PgTagStore::tooLong);
  }

  /** What is too long for an index is more than this store can hold. */
  private static CompletionStage<ChangeResult> tooLong(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getCause() instanceof PgException pg
            && PROGRAM_LIMIT_EXCEEDED.equals(pg.getSqlState())
        ? CompletableFuture.completedFuture(ChangeResult.FULL)
        : CompletableFuture.failedFuture(cause);
  }

  private static ChangeResult result(int code) {
    return switch (code) {
      case 0 -> ChangeResult.APPLIED;
      case 1 -> ChangeResult.TOO_MANY_TAGS;
      case 2 -> ChangeResult.RESOURCE_NOT_FOUND;
      default -> throw new IllegalStateException("a change ended with " + code);
    };
  }

  @Override
  public CompletionStage<Void> put(Partition partition, List<StoredResource> resources) {
    Map<String, StoredResource> lastOfEach = new LinkedHashMap<>();
    resources.forEach(resource -> lastOfEach.put(resource.id(), resource));
    if (lastOfEach.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    Collection<StoredResource> distinct = lastOfEach.values();
    Tuple what =
        Tuple.of(
            texts(distinct.stream().map(StoredResource::id).toList()),
            texts(distinct.stream().map(each -> TagJson.write(each.tags())).toList()),
            texts(distinct.stream().map(each -> TagJson.write(each.systemTags())).toList()),
            distinct.stream().map(StoredResource::declared).toArray(Boolean[]::new));
    return places
        .named(partition)
        .thenCompose(
            place -> database.change(TagStatements.PUT, in(partition, place, what), rows -> null));
  }

  @Override
  public CompletionStage<Optional<StoredResource>> find(Partition partition, String resourceId) {
    return database.read(
        TagStatements.FIND,
        in(partition, Places.of(partition), Tuple.of(resourceId)),
        rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(StoredRow.of(first(rows)).resource()));
  }

  @Override
  public CompletionStage<Map<Partition, Size>> sizes() {
    return database.readLong(
        TagStatements.SIZES,
        Tuple.of(null),
        rows -> {
          Map<Partition, Size> sizes = new HashMap<>();
          for (Row row : rows) {
            sizes.put(
                new Partition(
                    row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
                new Size(Math.toIntExact(row.getLong(4)), row.getLong(5)));
          }
          return sizes;
        });
  }

  @Override
  public CompletionStage<Void> export(Partition partition, Sink sink) {
    return new TagExport(database, partition, sink).run();
  }

  static Tuple in(Partition partition, long place, Tuple rest) {
    Tuple all = Tuple.tuple().addInteger(null).addString(partition.account()).addLong(place);
    for (int i = 0; i < rest.size(); i++) {
      all.addValue(rest.getValue(i));
    }
    return all;
  }

  static String[] texts(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }

  static List<String> keys(List<TagFilter> filters) {
    return filters.stream().map(TagFilter::key).toList();
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }
}
