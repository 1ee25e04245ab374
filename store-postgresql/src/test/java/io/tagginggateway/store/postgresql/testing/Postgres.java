package io.tagginggateway.store.postgresql.testing;

import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.testing.store.PostgresServer;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.schema.Migrations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM, started when it is first asked for. */
public final class Postgres {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private Postgres() {}

  private static final class Running {
    static final Vertx VERTX = Vertx.vertx();
    static final EmbeddedPostgres SERVER = start();
    static final Database SHARED = open(newSchema());

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = PostgresServer.builder().start();
        askForPasswords(server);
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Who is in this role must tell a password; all others are trusted. */
  private static void askForPasswords(EmbeddedPostgres server) throws SQLException, IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE with_password NOLOGIN");
      ResultSet file = statement.executeQuery("SHOW hba_file");
      file.next();
      Path rules = Path.of(file.getString(1));
      String before = Files.readString(rules);
      Files.writeString(rules, "host all +with_password all scram-sha-256\n" + before);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /** The event loops of all tests. */
  public static Vertx vertx() {
    return Running.VERTX;
  }

  /** The port of the server. */
  public static int port() {
    return Running.SERVER.getPort();
  }

  /** A database that many tests share, with all tables. */
  public static Database shared() {
    return Running.SHARED;
  }

  /** The name of a schema that nobody used before. */
  public static String newSchema() {
    return "test_" + SCHEMAS.incrementAndGet();
  }

  /** The settings of a role that may do everything. */
  public static StoreSettings settings(String schema) {
    return settings("postgresql://postgres@localhost:" + port() + "/postgres", schema);
  }

  /** Settings with all else as by default, but for patience. */
  public static StoreSettings settings(String url, String schema) {
    return new StoreSettings(url, null, schema, 8, Duration.ofSeconds(30), FixtureMode.IF_EMPTY);
  }

  /** A database with all tables in a schema. */
  public static Database open(String schema) {
    Database database = new Database(vertx(), settings(schema));
    join(new Migrations(database).run());
    return database;
  }

  /** A connection of a role that may do everything; whoever asks for it closes it. */
  public static Connection connection() throws SQLException {
    return Running.SERVER.getPostgresDatabase().getConnection();
  }

  /** Runs statements as a role that may do everything. */
  public static void sql(String... statements) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query answers. */
  public static long number(String query) {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tries until it does not fail, up to a minute. */
  public static void eventually(Runnable check) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      try {
        check.run();
        return;
      } catch (RuntimeException | AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        // The check itself waits for the database.
        Thread.onSpinWait();
      }
    }
  }

  /** A role that may nothing but connect, and needs its password. */
  public static void roleWithPassword(String name, String password) {
    sql(
        "DO $$ BEGIN IF to_regrole('"
            + name
            + "') IS NULL THEN CREATE ROLE "
            + name
            + " LOGIN PASSWORD '"
            + password
            + "' IN ROLE with_password; END IF; END $$");
  }

  /** Waits for a future; throws what it fails with. */
  public static <T> T join(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
