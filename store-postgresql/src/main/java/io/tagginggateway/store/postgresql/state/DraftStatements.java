package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.store.postgresql.db.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements that fill a generation with what fixtures hold besides resources and their tags. */
final class DraftStatements {
  static final String CREATED =
      "INSERT INTO created (gen, account, product, region, type, id, ord, attributes, along,"
          + " created, modified, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::json, $9,"
          + " $10, $11, created_bytes($8::text::json))";

  static final String TOTALS =
      "INSERT INTO created_total (gen, account, bytes) SELECT gen, account, sum(bytes) FROM created"
          + " WHERE gen = $1 GROUP BY gen, account ON CONFLICT (gen, account) DO UPDATE SET bytes ="
          + " EXCLUDED.bytes";

  private static final String ACCOUNT =
      "INSERT INTO account (gen, account, ord) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
  private static final String KEY =
      "INSERT INTO access_key (gen, id, account, secret, token, token_expires, disabled, arn, ord)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";

  private DraftStatements() {}

  static Tuple created(int generation, Partition partition, ResourceRecord record, long ord) {
    return Tuple.tuple()
        .addInteger(generation)
        .addString(partition.account())
        .addString(partition.product())
        .addString(partition.region())
        .addString(partition.type())
        .addString(record.id())
        .addLong(ord)
        .addString(CreatedRows.json(record.attributes()).encode())
        .addBoolean(record.along())
        .addOffsetDateTime(KeyRows.time(record.created()))
        .addOffsetDateTime(KeyRows.time(record.modified()));
  }

  static Future<Void> accounts(Database database, int generation, Collection<String> accounts) {
    List<Tuple> rows = new ArrayList<>();
    accounts.forEach(id -> rows.add(Tuple.of(generation, id, rows.size() + 1)));
    return batch(database, ACCOUNT, rows);
  }

  static Future<Void> keys(Database database, int generation, Collection<AccessKey> keys) {
    List<Tuple> rows = new ArrayList<>();
    for (AccessKey key : keys) {
      rows.add(
          Tuple.tuple()
              .addInteger(generation)
              .addString(key.id())
              .addString(key.account())
              .addString(key.secret())
              .addString(key.securityToken())
              .addOffsetDateTime(KeyRows.time(key.tokenExpires()))
              .addBoolean(key.disabled())
              .addString(key.arn())
              .addInteger(rows.size() + 1));
    }
    return batch(database, KEY, rows);
  }

  private static Future<Void> batch(Database database, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : database.longs().preparedQuery(sql).executeBatch(rows).mapEmpty();
  }
}
