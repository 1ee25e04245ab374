package io.tagginggateway.store.postgresql.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.core.auth.Nonces.Outcome;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.start.Sweeper.Bounds;
import io.tagginggateway.store.postgresql.state.PgStores;
import io.tagginggateway.store.postgresql.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers make and nobody takes back is bounded in number, over two gateways. */
@Timeout(120)
final class BoundsTest {
  private static final long WINDOW = 900_000;
  private static final long NOW = 1_800_000_000_000L;

  private final String schema = Postgres.newSchema();
  private final List<Stores> stores = new ArrayList<>();
  private Database database;

  @BeforeEach
  void open() {
    database = Postgres.open(schema);
    stores.add(new PgStores(database, List.of()));
    stores.add(new PgStores(Postgres.open(schema), List.of()));
  }

  @AfterEach
  void close() {
    stores.forEach(each -> Stages.join(each.close()));
  }

  private void sweep(int nonces, int issuedKeys) {
    Postgres.join(new Sweeper(database, new Bounds(nonces, issuedKeys)).sweep());
  }

  /** A nonce of a request that was signed at one time and comes at another. */
  private Outcome use(int gateway, String nonce, long signedAt, long now) {
    Nonces nonces = stores.get(gateway).nonces();
    long until = Math.max(now, signedAt) + WINDOW;
    return Stages.join(nonces.remember("key", nonce, signedAt, now, until));
  }

  private long count(String table) {
    return Postgres.number("SELECT count(*) FROM " + schema + "." + table);
  }

  @Test
  void beyondTheirNumberTheOldestNoncesGoAndNoReplayOfThemIsTaken() {
    for (int i = 0; i < 10; i++) {
      assertThat(use(i % 2, "n" + i, NOW + i, NOW + i)).isEqualTo(Outcome.NEW);
    }
    sweep(4, 1);
    assertThat(count("nonce")).isEqualTo(4);
    long later = NOW + 60_000;
    for (int i = 0; i < 10; i++) {
      Outcome wanted = i < 6 ? Outcome.NO_ROOM : Outcome.USED;
      assertThat(use(i % 2, "n" + i, NOW + i, later)).as("n" + i).isEqualTo(wanted);
    }
    assertThat(use(0, "late", NOW + 5, later)).isEqualTo(Outcome.NO_ROOM);
    assertThat(use(0, "in time", NOW + 6, later)).isEqualTo(Outcome.NEW);
    assertThat(count("nonce")).isEqualTo(5);
  }

  @Test
  void whatIsNotTooMuchStays() {
    use(0, "a", NOW, NOW);
    use(1, "b", NOW, NOW);
    sweep(2, 1);
    assertThat(use(0, "b", NOW, NOW)).isEqualTo(Outcome.USED);
    assertThat(use(0, "c", NOW - 1, NOW)).isEqualTo(Outcome.NEW);
  }

  @Test
  void aReplayThatWaitsWhileItsNonceIsThrownOutIsNotTaken() throws SQLException {
    use(0, "n", NOW, NOW);
    use(0, "kept", NOW + 1, NOW + 1);
    CompletableFuture<Outcome> replay;
    try (Connection connection = Postgres.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET search_path = " + schema);
      statement.execute("SELECT trim_nonces(1)");
      replay =
          stores
              .get(1)
              .nonces()
              .remember("key", "n", NOW, NOW + 2, NOW + 2 + WINDOW)
              .toCompletableFuture();
      String waiting =
          "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'transactionid' AND query LIKE"
              + " '%remember_nonce%'";
      Postgres.eventually(() -> assertThat(Postgres.number(waiting)).isEqualTo(1));
      connection.commit();
    }
    assertThat(Stages.join(replay)).isEqualTo(Outcome.NO_ROOM);
  }

  @Test
  void beyondTheirNumberTheTemporaryKeysThatEndFirstGoEverywhere() {
    for (int i = 0; i < 5; i++) {
      Stages.join(state(i % 2).issue(key(i)));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(Stages.join(state(1).find("STS." + i))).isPresent();
    }
    sweep(1, 3);
    assertThat(count("issued_key")).isEqualTo(3);
    for (int i = 0; i < 5; i++) {
      int number = i;
      Postgres.eventually(
          () ->
              assertThat(Stages.join(state(1).find("STS." + number)).isPresent())
                  .isEqualTo(number >= 2));
    }
  }

  private State state(int gateway) {
    return stores.get(gateway).current();
  }

  private static AccessKey key(int number) {
    Instant end = Instant.now().plusSeconds(3600 + number);
    return new AccessKey("STS." + number, "secret", "1", "token", end, false, "acs:ram::1:role/r");
  }
}
