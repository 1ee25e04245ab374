package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.testing.store.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar where the store is configured: what a start tells, and what it loads. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StoreStartIT {
  private static final String SECRET = "s3cret-of-the-store";
  private static EmbeddedPostgres postgres;

  @TempDir private Path directory;

  @BeforeAll
  static void startDatabase() throws Exception {
    postgres = PostgresServer.builder().start();
    sql("CREATE ROLE gateway LOGIN PASSWORD '" + SECRET + "'");
    Path rules = Path.of(text("SHOW hba_file"));
    Files.writeString(rules, "host all gateway all scram-sha-256\n" + Files.readString(rules));
    sql("SELECT pg_reload_conf()");
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    postgres.close();
  }

  private static void sql(String... statements) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static String text(String query) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Map<String, String> environment(String url, String schema) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TAGGING_GATEWAY_STORE_TYPE", "postgresql");
    environment.put("TAGGING_GATEWAY_STORE_URL", url);
    environment.put("TAGGING_GATEWAY_STORE_SCHEMA", schema);
    return environment;
  }

  private static String url() {
    return "postgresql://gateway@127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  private static void endsWithOneLine(Map<String, String> environment, String start)
      throws Exception {
    JarProcess.Ended ended = JarProcess.run(environment, "--port", "0");
    assertThat(ended.err()).contains(start).doesNotContain(SECRET, "\tat ", "Exception");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://me:s3cret-of-the-store@db/tags, store.url is no URL of a database: it starts with",
    "postgresql://me:s3cret-of-the-store@127.0.0.1:1/tags, "
        + "store.url: the database at 127.0.0.1:1/tags cannot be reached: "
  })
  void aUrlThatCannotBeUsedIsOneLine(String url, String start) throws Exception {
    endsWithOneLine(environment(url, "none"), start);
  }

  @Test
  void aWrongPasswordIsOneLine() throws Exception {
    Map<String, String> environment = environment(url(), "none");
    environment.put("TAGGING_GATEWAY_STORE_PASSWORD", "not-" + SECRET);
    endsWithOneLine(environment, "does not let us in, see store.password: ");
  }

  @Test
  void aMissingRightIsOneLine() throws Exception {
    Map<String, String> environment = environment(url(), "none");
    environment.put("TAGGING_GATEWAY_STORE_PASSWORD", SECRET);
    endsWithOneLine(environment, "store.schema: the role gateway lacks a right on the schema none");
  }

  @Test
  void aSchemaOfANewerGatewayIsOneLine() throws Exception {
    sql(
        "CREATE SCHEMA newer AUTHORIZATION gateway",
        "CREATE TABLE newer.schema_version (version integer)",
        "INSERT INTO newer.schema_version VALUES (1), (9999)",
        "GRANT SELECT ON newer.schema_version TO gateway");
    Map<String, String> environment = environment(url(), "newer");
    environment.put("TAGGING_GATEWAY_STORE_PASSWORD", SECRET);
    endsWithOneLine(environment, "the schema newer was made by a newer gateway (its version 9999");
  }

  @Test
  void anUnknownTypeIsOneLineThatNamesTheKnownOnes() throws Exception {
    Map<String, String> environment = environment(url(), "none");
    environment.put("TAGGING_GATEWAY_STORE_TYPE", "oracle");
    endsWithOneLine(
        environment, "store.type: there is no store oracle (known: memory, postgresql)");
  }

  @Test
  void thePasswordIsReadFromAFileAndNeverTold() throws Exception {
    sql("CREATE SCHEMA filed AUTHORIZATION gateway");
    Map<String, String> environment = environment(url(), "filed");
    Path file = Files.writeString(directory.resolve("password"), SECRET + "\n");
    environment.put("TAGGING_GATEWAY_STORE_PASSWORD_FILE", file.toString());
    environment.put("TAGGING_GATEWAY_LOG_LEVEL", "debug");
    try (JarProcess gateway = JarProcess.start(environment, "--port", "0")) {
      assertThat(gateway.port()).isPositive();
      gateway.signal("TERM");
      assertThat(gateway.exitCode()).isZero();
      assertThat(gateway.errors()).noneMatch(line -> line.contains(SECRET));
    }
    assertThat(text("SELECT count(*) FROM filed.resource")).isNotEqualTo("0");
  }

  @Test
  void inMemoryNothingOfTheDatabaseIsLoaded() throws Exception {
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:stderr");
    try (JarProcess gateway = JarProcess.start(environment, "--port", "0")) {
      assertThat(gateway.port()).isPositive();
      gateway.signal("TERM");
      assertThat(gateway.exitCode()).isZero();
      List<String> loaded = gateway.errors();
      assertThat(loaded).anyMatch(line -> line.contains("io.tagginggateway.app.Main"));
      assertThat(loaded)
          .noneMatch(line -> line.contains("io.tagginggateway.store."))
          .noneMatch(line -> line.contains("io.vertx.pgclient"))
          .noneMatch(line -> line.contains("io.vertx.sqlclient") && !isNamedToVertx(line))
          .noneMatch(line -> line.contains("org.postgresql"));
    }
  }

  /** META-INF/services names a class to Vert.x, which loads it with those that it mentions. */
  private static boolean isNamedToVertx(String line) {
    return Stream.of(".impl.TransactionPropagationLocal ", ".SqlClient ", ".SqlConnection ")
        .anyMatch(line::contains);
  }
}
