package io.tagginggateway.store.postgresql.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.core.testing.store.PostgresServer;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.net.NetServer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers see of a database that is slow, full, or gone, and that it comes back by itself. */
@Timeout(120)
final class DatabaseFaultsTest {
  private static final Statement ONE = new Statement("one", "SELECT 1");
  private static final Statement SLOW = new Statement("slow", "SELECT pg_sleep(600)::text");
  private static final Duration LIMIT = Duration.ofMillis(500);

  @TempDir private Path directory;
  private final Database database = database(Postgres.port(), LIMIT);

  private static Database database(int port, Duration limit) {
    return new Database(
        Postgres.vertx(),
        new StoreSettings(
            "postgresql://postgres@localhost:" + port + "/postgres?sslmode=disable",
            null,
            "public",
            4,
            limit,
            FixtureMode.NEVER));
  }

  @AfterEach
  void close() {
    Postgres.join(database.close());
  }

  private static CompletionStage<Integer> read(Database database) {
    return database.read(ONE, Tuple.tuple(), rows -> rows.iterator().next().getInteger(0));
  }

  private static CompletionStage<Integer> change(Database database) {
    return database.change(ONE, Tuple.tuple(), rows -> rows.iterator().next().getInteger(0));
  }

  private static void answers(Database database) {
    assertThat(Stages.join(read(database))).isEqualTo(1);
    assertThat(Stages.join(change(database))).isEqualTo(1);
  }

  @Test
  void aStatementThatTakesTooLongIsEndedAtTheServer() {
    assertThatThrownBy(() -> Stages.join(database.read(SLOW, Tuple.tuple(), rows -> 0)))
        .isInstanceOf(StoreUnavailableException.class)
        .message()
        .matches("the database (refuses: .*57014.*|does not answer: .*)");
    assertThatThrownBy(() -> Stages.join(database.change(SLOW, Tuple.tuple(), rows -> 0)))
        .isInstanceOf(StoreUnavailableException.class);
    Postgres.eventually(
        () ->
            assertThat(
                    Postgres.number(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND state ="
                            + " 'active' AND pid <> pg_backend_pid()"))
                .isZero());
    answers(database);
  }

  @Test
  void whoFindsNoConnectionIsRefusedInTimeAndNoneIsLost() {
    for (int round = 0; round < 3; round++) {
      List<CompletionStage<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(database.change(SLOW, Tuple.tuple(), rows -> 0));
      }
      for (CompletionStage<Integer> each : all) {
        assertThatThrownBy(() -> Stages.join(each)).isInstanceOf(StoreUnavailableException.class);
      }
    }
    Postgres.eventually(() -> assertThat(Stages.join(change(database))).isEqualTo(1));
    assertThat(database.changeConnections()).isLessThanOrEqualTo(2);
    assertThat(database.metrics().underWay()).isZero();
  }

  @Test
  void connectionsThatTheServerEndsAreOpenedAnew() {
    answers(database);
    Postgres.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ="
            + " 'tagging-gateway' AND pid <> pg_backend_pid()");
    Postgres.eventually(() -> answers(database));
  }

  @Test
  void aServerThatIsStoppedAndStartedIsUsedAgain() throws Exception {
    PostgresServer first = PostgresServer.start(directory, 0);
    int port = first.port();
    Database own = database(port, LIMIT);
    answers(own);
    first.close();
    assertThatThrownBy(() -> Stages.join(read(own))).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> Stages.join(change(own)))
        .isInstanceOf(StoreUnavailableException.class);
    try (PostgresServer second = PostgresServer.start(directory, port)) {
      assertThat(second.port()).isEqualTo(port);
      Postgres.eventually(() -> answers(own));
      assertThat(own.changeConnections()).isLessThanOrEqualTo(2);
    }
    Postgres.join(own.close());
  }

  /** Of Vert.x a pool with a caller who waited in vain does not end its close. */
  @Test
  void aDatabaseThatNeverAnsweredIsClosedAllTheSame() {
    NetServer silent =
        Postgres.join(
            Postgres.vertx().createNetServer().connectHandler(client -> {}).listen(0, "127.0.0.1"));
    Database never = database(silent.actualPort(), LIMIT);
    assertThatThrownBy(() -> Stages.join(change(never)))
        .isInstanceOf(StoreUnavailableException.class);
    Postgres.join(never.close());
    Postgres.join(silent.close());
  }

  @Test
  void aReadDoesNotWaitBehindAChangeThatWaits() {
    Postgres.sql(
        "CREATE TABLE IF NOT EXISTS public.held (n integer)",
        "TRUNCATE public.held",
        "INSERT INTO public.held VALUES (1)");
    SqlConnection holder = Postgres.join(Postgres.shared().longs().getConnection());
    Postgres.join(holder.query("BEGIN; SELECT * FROM public.held FOR UPDATE").execute().mapEmpty());
    // No change gives up and makes way for a read: the limit is longer than the test may take.
    Database patient = database(Postgres.port(), Duration.ofMinutes(5));
    Statement update = new Statement("update", "UPDATE public.held SET n = n + 1");
    List<CompletionStage<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(patient.change(update, Tuple.tuple(), rows -> 0));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(Stages.join(read(patient))).isEqualTo(1);
    }
    assertThat(waiting).noneMatch(each -> each.toCompletableFuture().isDone());
    Postgres.join(holder.query("ROLLBACK").execute().mapEmpty());
    Postgres.join(holder.close());
    waiting.forEach(Stages::join);
    Postgres.join(patient.close());
  }
}
