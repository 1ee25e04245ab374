package io.tagginggateway.store.postgresql.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.core.testing.store.PostgresServer;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.Tuple;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which of several servers is used. */
@Timeout(120)
final class HostsTest {
  private static final Statement PORT = new Statement("port", "SELECT inet_server_port()");

  @TempDir private Path directory;

  private static Database database(int... ports) {
    StringBuilder hosts = new StringBuilder();
    for (int port : ports) {
      hosts.append(hosts.length() == 0 ? "" : ",").append("localhost:").append(port);
    }
    return new Database(
        Postgres.vertx(),
        new StoreSettings(
            "postgresql://postgres@" + hosts + "/postgres",
            null,
            "public",
            4,
            Duration.ofSeconds(5),
            FixtureMode.NEVER));
  }

  private static int used(Database database) {
    return Stages.join(
        database.change(PORT, Tuple.tuple(), rows -> rows.iterator().next().getInteger(0)));
  }

  private PostgresServer server() throws Exception {
    return PostgresServer.start(directory.resolve("standby"), 0);
  }

  /** A server that has all of its own, and waits to be promoted. */
  private PostgresServer standby() throws Exception {
    server().close();
    Files.createFile(directory.resolve("standby").resolve("standby.signal"));
    return server();
  }

  /** Netty could else give it an event of a connection that one of these events closes. */
  @Test
  void aConnectionIsOpenedOnceTheEventLoopIsDoneWithItsEvents() {
    Vertx vertx = Postgres.vertx();
    Duration limit = Duration.ofSeconds(5);
    PgConnectOptions options = new PgConnectOptions().setSslMode(SslMode.DISABLE);
    TlsQuestion tls = new TlsQuestion(vertx, limit);
    Hosts hosts = new Hosts(vertx, List.of(new Candidate(vertx, options, tls, limit)));
    Promise<Boolean> atOnce = Promise.promise();
    Promise<SqlConnectOptions> found = Promise.promise();
    vertx.runOnContext(
        events -> {
          Future<SqlConnectOptions> coming = hosts.get();
          atOnce.complete(coming.isComplete());
          coming.onComplete(found);
        });
    assertThat(Postgres.join(atOnce.future())).isFalse();
    assertThat(Postgres.join(found.future())).isSameAs(options);
    Postgres.join(tls.close());
  }

  @Test
  void oneThatAnswersIsFoundBehindOneThatDoesNot() {
    Database database = database(1, Postgres.port());
    assertThat(used(database)).isEqualTo(Postgres.port());
    Postgres.join(database.close());
  }

  @Test
  void aStandbyIsLeftOutUntilItIsPromoted() throws Exception {
    try (PostgresServer standby = standby();
        EmbeddedPostgres primary = PostgresServer.builder().start()) {
      Database both = database(standby.port(), primary.getPort());
      assertThat(used(both)).isEqualTo(primary.getPort());
      Database alone = database(standby.port(), 1);
      assertThatThrownBy(() -> used(alone)).isInstanceOf(StoreUnavailableException.class);

      primary.close();
      try (Connection connection = standby.connection();
          java.sql.Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_promote()");
      }
      Postgres.eventually(() -> assertThat(used(both)).isEqualTo(standby.port()));
      assertThat(used(alone)).isEqualTo(standby.port());
      Postgres.join(both.close());
      Postgres.join(alone.close());
    }
  }
}
