package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.state.FaultStore.Counted;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads all that every gateway keeps a copy of, as it is at one moment: in one statement. */
final class CopyReader {
  private static final String IN_FORCE = " WHERE gen = (SELECT current_gen FROM state)";
  private static final String READ =
      "SELECT version, issued, (SELECT json_agg(account ORDER BY ord) FROM account"
          + IN_FORCE
          + ")::text, (SELECT json_agg(json_build_array(id, secret, account, token, token_expires,"
          + " disabled, arn) ORDER BY ord) FROM access_key"
          + IN_FORCE
          + ")::text, (SELECT json_agg(json_build_array("
          + PgFaultStore.COLUMNS
          + ") ORDER BY id) FROM fault WHERE times = 0 OR spoiled < times)::text FROM shared";

  private final Link link;

  CopyReader(Link link) {
    this.link = link;
  }

  Future<SharedCopy> read() {
    return link.run(READ, Tuple.tuple(), rows -> copy(rows.iterator().next()));
  }

  private static SharedCopy copy(Row row) {
    List<String> accounts = new ArrayList<>();
    list(row, 2).forEach(account -> accounts.add((String) account));
    Map<String, AccessKey> keys = new LinkedHashMap<>();
    for (Object each : list(row, 3)) {
      AccessKey key = key((JsonArray) each);
      keys.put(key.id(), key);
    }
    List<Counted> armed = new ArrayList<>();
    list(row, 4).forEach(fault -> armed.add(PgFaultStore.counted((JsonArray) fault)));
    long version = Objects.requireNonNull(row.getLong(0));
    return new SharedCopy(
        version,
        accounts,
        Collections.unmodifiableMap(keys),
        Boolean.TRUE.equals(row.getBoolean(1)),
        armed);
  }

  private static JsonArray list(Row row, int column) {
    String json = row.getString(column);
    return json == null ? new JsonArray() : new JsonArray(json);
  }

  private static AccessKey key(JsonArray row) {
    String expires = row.getString(4);
    Instant end = expires == null ? null : OffsetDateTime.parse(expires).toInstant();
    return new AccessKey(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        end,
        row.getBoolean(5),
        row.getString(6));
  }
}
