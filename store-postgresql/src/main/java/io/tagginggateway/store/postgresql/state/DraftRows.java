package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.store.postgresql.db.Copy;
import io.tagginggateway.store.postgresql.tags.Places;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resources of a draft that are on their way to the database together. Not thread-safe. */
final class DraftRows {
  /** What is there already stays, and is not counted. */
  static final String INSERT =
      "INSERT INTO resource (gen, account, place, id, ord, declared, tags, system_tags) SELECT $1,"
          + " n.account, n.place, n.id, n.ord, n.declared, n.tags::jsonb, n.system_tags::jsonb FROM"
          + " unnest($2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::boolean[],"
          + " $7::text[], $8::text[]) n (account, place, id, ord, declared, tags, system_tags) ON"
          + " CONFLICT (gen, account, place, id) DO NOTHING";

  static final String TABLE = "resource";
  static final List<String> COLUMNS =
      List.of("gen", "account", "place", "id", "ord", "declared", "tags", "system_tags");

  private final List<Row> rows = new ArrayList<>();
  private final Set<Key> keys = new HashSet<>();
  private final Map<Partition, Long> places = new HashMap<>();
  private long characters;

  private record Key(Partition partition, String id) {}

  /**
   * A resource.
   *
   * @param place the number of its partition's product, region and type
   * @param ord its place in the order
   */
  record Row(Partition partition, long place, StoredResource resource, long ord) {}

  /** Adds a resource, unless one of its id is among these. */
  boolean add(Partition partition, StoredResource resource, long ord) {
    if (!keys.add(new Key(partition, resource.id()))) {
      return false;
    }
    long place = places.computeIfAbsent(partition, Places::of);
    rows.add(new Row(partition, place, resource, ord));
    for (Tag tag : resource.tags()) {
      characters += tag.key().length() + tag.value().length();
    }
    return true;
  }

  int size() {
    return rows.size();
  }

  /** About how many characters they have. */
  long characters() {
    return characters;
  }

  List<Row> rows() {
    return rows;
  }

  Set<Partition> partitions() {
    return places.keySet();
  }

  /** Generation, accounts, places, ids, and places in the order. */
  Tuple keys(int generation) {
    return Tuple.tuple()
        .addInteger(generation)
        .addArrayOfString(rows.stream().map(row -> row.partition.account()).toArray(String[]::new))
        .addArrayOfLong(rows.stream().map(Row::place).toArray(Long[]::new))
        .addArrayOfString(rows.stream().map(row -> row.resource.id()).toArray(String[]::new))
        .addArrayOfLong(rows.stream().map(Row::ord).toArray(Long[]::new));
  }

  /** The keys, and what else there is. */
  Tuple parameters(int generation) {
    return keys(generation)
        .addArrayOfBoolean(
            rows.stream().map(row -> row.resource.declared()).toArray(Boolean[]::new))
        .addArrayOfString(
            rows.stream().map(row -> json(row.resource.tags())).toArray(String[]::new))
        .addArrayOfString(
            rows.stream().map(row -> json(row.resource.systemTags())).toArray(String[]::new));
  }

  void copyTo(Copy copy, int generation) {
    for (Row row : rows) {
      StoredResource resource = row.resource;
      copy.row(
          generation,
          row.partition.account(),
          row.place,
          resource.id(),
          row.ord,
          resource.declared(),
          json(resource.tags()),
          json(resource.systemTags()));
    }
  }

  private static String json(List<Tag> tags) {
    if (tags.isEmpty()) {
      return "{}";
    }
    JsonObject json = new JsonObject();
    tags.forEach(tag -> json.put(tag.key(), tag.value()));
    return json.encode();
  }
}
