package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Dependents;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.Removal;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps created resources in PostgreSQL. A creation or a removal is one call of a function that
 * first locks what its account created, so they come one after the other in each account.
 */
final class PgResourceStore implements ResourceStore {
  /** How much the resources of one account may take: a list of them is read whole. Chosen. */
  private static final long MAX_BYTES = 64L << 20;

  private static final String PLACE =
      " WHERE gen = (SELECT current_gen FROM state) AND account = $1 AND product = $2 AND region ="
          + " $3 AND type = $4";
  private static final String SELECT = "SELECT " + CreatedRows.COLUMNS + " FROM created" + PLACE;
  private static final Statement FIND = new Statement("created_find", SELECT + " AND id = $5");
  private static final Statement LIST = new Statement("created_list", SELECT + " ORDER BY ord");
  private static final Statement PARTITIONS =
      new Statement(
          "created_partitions",
          "SELECT DISTINCT account, product, region, type FROM created WHERE gen = (SELECT"
              + " current_gen FROM state)");
  private static final Statement CREATE =
      new Statement(
          "created_create",
          "SELECT outcome, detail FROM create_resources($1, $2::text::json, $3::text::json, $4, $5,"
              + " $6)");
  private static final Statement UPDATE =
      new Statement(
          "created_update",
          "SELECT "
              + CreatedRows.COLUMNS
              + " FROM update_created($1, $2, $3, $4, $5, $6::text::json, $7, $8)");
  private static final Statement REMOVE =
      new Statement(
          "created_remove",
          "SELECT gone, r_product, r_region, r_type, r_id FROM remove_created($1, $2, $3, $4, $5,"
              + " $6::text::json)");
  private static final Statement PUT =
      new Statement(
          "created_put",
          "SELECT put_created($1, $2, $3, $4, $5, $6::text::json, $7, $8, $9)::text");

  private final Database database;

  PgResourceStore(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Optional<ResourceRecord>> find(Place place) {
    return Texts.canBeStored(place.id())
        ? database.read(FIND, CreatedRows.at(place), PgResourceStore::one)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private static Optional<ResourceRecord> one(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(CreatedRows.record(rows.iterator().next()));
  }

  @Override
  public CompletionStage<List<ResourceRecord>> list(Partition partition) {
    return database.read(
        LIST,
        CreatedRows.in(partition),
        rows -> {
          List<ResourceRecord> records = new ArrayList<>();
          rows.forEach(row -> records.add(CreatedRows.record(row)));
          return records;
        });
  }

  @Override
  public CompletionStage<Creation.Result> create(Creation creation) {
    JsonArray rows =
        new JsonArray().add(CreatedRows.json(creation.first().partition(), creation.record()));
    creation
        .along()
        .forEach((place, record) -> rows.add(CreatedRows.json(place.partition(), record)));
    JsonArray needs = new JsonArray();
    creation.needs().forEach(need -> needs.add(CreatedRows.json(need)));
    Creation.Token token = creation.token();
    Tuple parameters =
        Tuple.of(
            creation.first().partition().account(),
            rows.encode(),
            needs.encode(),
            token == null ? null : CreatedRows.hash(token.text()),
            token == null ? null : CreatedRows.hash(token.asked()),
            MAX_BYTES);
    return database.change(
        CREATE, parameters, answered -> result(creation, answered.iterator().next()));
  }

  private static Creation.Result result(Creation creation, Row row) {
    int outcome = row.getInteger(0);
    return switch (outcome) {
      case 0 -> new Creation.Done();
      case 1 -> new Creation.Repeated(row.getString(1));
      case 2 -> new Creation.TokenReused();
      case 3 -> new Creation.Missing(creation.needs().get(Integer.parseInt(row.getString(1)) - 1));
      case 4 -> new Creation.Full();
      default -> throw new IllegalStateException("a creation ended with " + outcome);
    };
  }

  @Override
  public CompletionStage<Optional<ResourceRecord>> update(
      Place place, Map<String, String> changes, Instant now) {
    if (!Texts.canBeStored(place.id())) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Tuple parameters =
        CreatedRows.at(place)
            .addString(CreatedRows.json(changes).encode())
            .addOffsetDateTime(KeyRows.time(now))
            .addLong(MAX_BYTES);
    return database.change(UPDATE, parameters, PgResourceStore::one);
  }

  @Override
  public CompletionStage<Removal> remove(Place place, List<Dependents> dependents) {
    if (!Texts.canBeStored(place.id())) {
      return CompletableFuture.completedFuture(new Removal.NotFound());
    }
    Tuple parameters = CreatedRows.at(place).addString(kinds(dependents).encode());
    String account = place.partition().account();
    return database.change(REMOVE, parameters, rows -> removal(account, rows));
  }

  private static JsonArray kinds(List<Dependents> dependents) {
    JsonArray kinds = new JsonArray();
    for (Dependents kind : dependents) {
      JsonObject json = CreatedRows.json(kind.partition());
      kinds.add(json.put("attribute", kind.attribute()).put("below", kinds(kind.below())));
    }
    return kinds;
  }

  private static Removal removal(String account, RowSet<Row> rows) {
    List<Place> gone = new ArrayList<>();
    for (Row row : rows) {
      Partition partition =
          new Partition(account, row.getString(1), row.getString(2), row.getString(3));
      Place place = new Place(partition, row.getString(4));
      if (!row.getBoolean(0)) {
        return new Removal.InUse(place);
      }
      gone.add(place);
    }
    return gone.isEmpty() ? new Removal.NotFound() : new Removal.Done(List.copyOf(gone));
  }

  @Override
  public CompletionStage<Void> put(Partition partition, ResourceRecord record) {
    Tuple parameters =
        CreatedRows.at(new Place(partition, record.id()))
            .addString(CreatedRows.json(record.attributes()).encode())
            .addBoolean(record.along())
            .addOffsetDateTime(KeyRows.time(record.created()))
            .addOffsetDateTime(KeyRows.time(record.modified()));
    return database.change(PUT, parameters, rows -> null);
  }

  @Override
  public CompletionStage<Set<Partition>> partitions() {
    return database.readLong(
        PARTITIONS,
        Tuple.tuple(),
        rows -> {
          Set<Partition> partitions = new HashSet<>();
          for (Row row : rows) {
            partitions.add(
                new Partition(
                    row.getString(0), row.getString(1), row.getString(2), row.getString(3)));
          }
          return partitions;
        });
  }
}
