package io.tagginggateway.store.postgresql.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.testing.Postgres;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Gateways that load the same changed fixtures at the same time. */
@Timeout(120)
final class ReloadTest {
  private final Database database = Postgres.open(Postgres.newSchema());

  /** What the second of them does, who found the old fixtures in place when it began. */
  private @Nullable Long reloadTo(String digest) {
    String sql = "SELECT reload_to(fixture_gen, fixture_gen, " + digest + ") FROM state, shared";
    return Postgres.join(
        database.longs().query(sql).execute().map(rows -> rows.iterator().next().getLong(0)));
  }

  @Test
  void theSecondPutsNothingInThePlaceOfWhatWasChangedSinceTheFirst() {
    Stores stores = new PgStores(database, List.of());
    try (Draft draft = stores.draft()) {
      draft.account("1234567890123456");
      draft.endOfSource("first");
      Stages.join(draft.reload());
    }
    assertThat(reloadTo("digest")).isNull();
    assertThat(reloadTo("'other'::bytea")).isPositive();
    Stages.join(stores.close());
  }
}
