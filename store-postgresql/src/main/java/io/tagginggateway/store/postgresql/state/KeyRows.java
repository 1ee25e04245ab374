package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Access keys as rows. */
final class KeyRows {
  private KeyRows() {}

  /** Of id, secret, account, token, token_expires, disabled and arn. */
  static AccessKey declared(Row row) {
    return new AccessKey(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        instant(row.getOffsetDateTime(4)),
        row.getBoolean(5),
        row.getString(6));
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
