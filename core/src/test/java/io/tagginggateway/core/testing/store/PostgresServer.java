package io.tagginggateway.core.testing.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL on a data directory that outlives it, so that another one can be started there.
 *
 * <p>By itself the embedded server waits for a start ten seconds, and for its end five, whereupon
 * it only logs that it has not ended. A busy machine takes longer for both.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final EmbeddedPostgres server;
  private final ProcessHandle postmaster;

  private PostgresServer(EmbeddedPostgres server, ProcessHandle postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  /** Makes a server whose start is waited for as long as a busy machine takes. */
  public static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE);
  }

  /**
   * Starts a server.
   *
   * @param data what another one left there, or nothing yet
   * @param port where it listens, or 0 for any free one
   */
  public static PostgresServer start(Path data, int port) throws IOException {
    EmbeddedPostgres server =
        builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port).start();
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    return new PostgresServer(server, ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** A connection of a role that may do everything; whoever asks for it closes it. */
  public Connection connection() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** Stops it, and waits until it has ended. */
  @Override
  public void close() throws IOException {
    server.close();
    postmaster.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }
}
