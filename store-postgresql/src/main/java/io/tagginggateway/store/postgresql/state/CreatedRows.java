package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.tag.Partition;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Created resources as rows, and as the JSON that functions of the database take. */
final class CreatedRows {
  static final String COLUMNS = "id, attributes::text, along, created, modified";

  private CreatedRows() {}

  /** Of {@link #COLUMNS}. */
  static ResourceRecord record(Row row) {
    Map<String, String> attributes = new TreeMap<>();
    new JsonObject(row.getString(1))
        .forEach(entry -> attributes.put(entry.getKey(), (String) entry.getValue()));
    OffsetDateTime created = Objects.requireNonNull(row.getOffsetDateTime(3));
    OffsetDateTime modified = Objects.requireNonNull(row.getOffsetDateTime(4));
    return new ResourceRecord(
        row.getString(0), attributes, row.getBoolean(2), created.toInstant(), modified.toInstant());
  }

  static Tuple in(Partition partition) {
    return Tuple.of(partition.account(), partition.product(), partition.region(), partition.type());
  }

  static Tuple at(Place place) {
    return in(place.partition()).addString(place.id());
  }

  static JsonObject json(Partition partition) {
    return new JsonObject()
        .put("product", partition.product())
        .put("region", partition.region())
        .put("type", partition.type());
  }

  static JsonObject json(Place place) {
    return json(place.partition()).put("id", place.id());
  }

  static JsonObject json(Map<String, String> attributes) {
    JsonObject json = new JsonObject();
    attributes.forEach(json::put);
    return json;
  }

  static JsonObject json(Partition partition, ResourceRecord record) {
    return json(partition)
        .put("id", record.id())
        .put("attributes", json(record.attributes()))
        .put("along", record.along())
        .put("created", record.created().toString())
        .put("modified", record.modified().toString());
  }

  /** Of a text of any length and any characters. */
  static Buffer hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Buffer.buffer(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
