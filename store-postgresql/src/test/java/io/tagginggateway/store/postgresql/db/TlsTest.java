package io.tagginggateway.store.postgresql.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tagginggateway.core.state.StoreStartException;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.core.testing.store.PostgresServer;
import io.tagginggateway.store.postgresql.testing.Certificate;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS to a server that has a certificate for localhost, and for no address. */
final class TlsTest {
  private static final String IN_USE = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

  @TempDir private static Path directory;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    Certificate.selfSigned("localhost", directory.resolve("server"));
    Certificate.selfSigned("localhost", directory.resolve("other"));
    server =
        PostgresServer.builder()
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", directory.resolve("server.pem").toString())
            .setServerConfig("ssl_key_file", directory.resolve("server.key").toString())
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static Database database(String host, String parameters) {
    String at = host + ":" + server.getPort() + "/postgres?" + parameters;
    return new Database(
        Postgres.vertx(), Postgres.settings("postgresql://postgres@" + at, "public"));
  }

  private static String root(String name) {
    return "&sslrootcert=" + directory.resolve(name + ".pem");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, disable, none, false",
    "localhost, prefer, none, true",
    "localhost, require, none, true",
    "127.0.0.1, require, none, true",
    "localhost, verify-ca, server, true",
    "127.0.0.1, verify-ca, server, true",
    "localhost, verify-full, server, true",
  })
  void aConnectionIsAsTheModeSays(String host, String mode, String root, boolean tls) {
    Database database = database(host, "sslmode=" + mode + (root.equals("none") ? "" : root(root)));
    Future<RowSet<Row>> asked = database.longs().query(IN_USE).execute();
    assertThat(Postgres.join(asked).iterator().next().getBoolean(0)).isEqualTo(tls);
    Postgres.join(database.close());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, verify-full, server",
    "localhost, verify-full, other",
    "localhost, verify-full, none",
    "localhost, verify-ca, other",
    "localhost, verify-ca, none"
  })
  void aServerThatIsNotTheRightOneIsNotSpokenTo(String host, String mode, String root) {
    String parameters = "sslmode=" + mode + (root.equals("none") ? "" : root(root));
    Database database = database(host, parameters);
    Future<RowSet<Row>> asked = database.longs().query(IN_USE).execute();
    assertThat(asked.toCompletionStage().toCompletableFuture()).failsWithin(Duration.ofSeconds(30));
    try {
      new Copy(database, "place", List.of("place")).close();
      throw new AssertionError("COPY spoke to " + host + " by " + parameters);
    } catch (StoreUnavailableException e) {
      assertThat(e).hasMessageNotContaining("does not exist");
    }
    Postgres.join(database.close());
  }

  @Test
  void copyUsesTheSameTls() {
    Database database = database("localhost", "sslmode=verify-full" + root("server"));
    Postgres.join(
        database.longs().query("CREATE TABLE IF NOT EXISTS rows (n integer)").execute().mapEmpty());
    try (Copy copy = new Copy(database, "rows", List.of("n"))) {
      copy.row(1);
      assertThat(copy.end()).isEqualTo(1);
    }
    Postgres.join(database.close());
  }

  @Test
  void aCertificateFileThatIsNotThereIsTold() {
    assertThat(
            catchThrowable(
                () -> database("localhost", "sslmode=verify-full&sslrootcert=/none.pem")))
        .isInstanceOf(StoreStartException.class)
        .hasMessage("store.url: sslrootcert /none.pem cannot be read");
  }
}
