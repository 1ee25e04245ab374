package io.tagginggateway.store.postgresql.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.state.FaultStore.Counted;
import io.tagginggateway.core.state.FaultStore.Rule;
import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Gateways that die, or that the network parts from the database, see nothing old. */
@Timeout(120)
final class LeaseTest {
  private static final Rule RULE = new Rule("{}", 0, 0, 1, 0);

  private final String schema = Postgres.newSchema();
  private Database database;
  private Stores stores;

  @BeforeEach
  void open() {
    database = Postgres.open(schema);
    stores = new PgStores(database, List.of());
    Stages.join(stores.faults().armed());
  }

  @AfterEach
  void close() {
    Stages.join(stores.close());
  }

  private Row one(String sql, Object... parameters) {
    return Postgres.join(
            database.longs().preparedQuery(sql).execute(Tuple.from(List.of(parameters))))
        .iterator()
        .next();
  }

  @Test
  void aGatewayThatDiedHoldsUpAChangeForItsLeaseAndNoLonger() {
    UUID dead = UUID.randomUUID();
    one(
        "INSERT INTO replica (id, seen, lease) VALUES ($1, 0, clock_timestamp() + interval '2 s')"
            + " RETURNING id",
        dead);
    Stages.join(stores.faults().add(RULE));
    Row row = one("SELECT seen, lease <= clock_timestamp() FROM replica WHERE id = $1", dead);
    assertThat(row.getLong(0)).isZero();
    assertThat(row.getBoolean(1)).as("the lease has ended").isTrue();
  }

  @Test
  void aGatewayThatEndsHoldsUpNothing() {
    Stores other = new PgStores(Postgres.open(schema), List.of());
    Stages.join(other.faults().armed());
    long before = one("SELECT count(*) FROM replica").getLong(0);
    Stages.join(other.close());
    assertThat(one("SELECT count(*) FROM replica").getLong(0)).isEqualTo(before - 1);
    assertThat(other.faults().armedNow()).isNull();
  }

  /** The one that matters: acknowledged means that nobody answers from what was before. */
  @Test
  void aGatewayWithoutTheDatabaseAnswersNothingFromWhatItKnewBefore() {
    try (Wire wire = new Wire()) {
      String url = "postgresql://postgres@127.0.0.1:" + wire.port() + "/postgres";
      StoreSettings settings =
          new StoreSettings(url, null, schema, 4, Duration.ofSeconds(1), FixtureMode.NEVER);
      Stores parted = new PgStores(new Database(Postgres.vertx(), settings), List.of());
      for (int round = 0; round < 2; round++) {
        assertThat(ids(Stages.join(parted.faults().armed())))
            .isEqualTo(ids(Stages.join(stores.faults().all())));
        assertThat(parted.faults().armedNow()).isNotNull();
        wire.cut();
        String added = Stages.join(stores.faults().add(RULE)).orElseThrow().id();
        assertThat(parted.faults().armedNow()).isNull();
        assertThat(Stages.join(parted.health()).up()).isFalse();
        wire.mend();
        assertThat(ids(again(parted))).contains(added);
      }
      Stages.join(parted.close());
    }
  }

  /** Each probe takes a second; two connections are for reads, and one for the lease. */
  @Test
  void aDatabaseThatDoesNotAnswerIsNotFloodedWithConnections() {
    try (Wire wire = new Wire()) {
      String url = "postgresql://postgres@127.0.0.1:" + wire.port() + "/postgres?sslmode=disable";
      StoreSettings settings =
          new StoreSettings(url, null, schema, 4, Duration.ofSeconds(1), FixtureMode.NEVER);
      Stores parted = new PgStores(new Database(Postgres.vertx(), settings), List.of());
      assertThat(Stages.join(parted.health()).up()).isTrue();
      wire.cut();
      for (int i = 0; i < 6; i++) {
        assertThat(Stages.join(parted.health()).up()).isFalse();
      }
      assertThat(wire.connections()).isLessThanOrEqualTo(3);
      wire.mend();
      while (!Stages.join(parted.health()).up()) {
        Thread.onSpinWait();
      }
      Stages.join(parted.close());
    }
  }

  private static List<String> ids(List<Counted> faults) {
    return faults.stream().map(Counted::id).toList();
  }

  /** Calls that found the wire cut fail; one that comes later does not. */
  private static List<Counted> again(Stores parted) {
    while (true) {
      try {
        return Stages.join(parted.faults().armed());
      } catch (RuntimeException stillCut) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aChangeThatNoMessageTellsOfIsSeenAllTheSame() {
    Stores other = new PgStores(Postgres.open(schema), List.of());
    Stages.join(other.faults().armed());
    // As a message that was lost: another gateway's row was changed by hand, without one.
    one(
        "WITH added AS (INSERT INTO fault (document, skip, times, probability, seed, random) VALUES"
            + " ('{}', 0, 0, 1, 0, 0) RETURNING id) UPDATE shared SET version = version + 1"
            + " RETURNING version");
    long version = one("SELECT version FROM shared").getLong(0);
    while (one("SELECT min(seen) FROM replica").getLong(0) < version) {
      Thread.onSpinWait();
    }
    assertThat(other.faults().armedNow()).hasSize(1);
    assertThat(stores.faults().armedNow()).hasSize(1);
    Stages.join(other.close());
  }

  @Test
  void nothingSecretIsInTheFormOfAKey() {
    AccessKey key = new AccessKey("id", "hidden-secret", "1", "hidden-token", null, false);
    Stages.join(stores.current().issue(key));
    assertThat(String.valueOf(Stages.join(stores.current().find("id")))).doesNotContain("hidden");
  }
}
