package io.tagginggateway.core.testing.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL on a data directory that outlives it, so that another one can be started there.
 *
 * <p>By itself the embedded server waits for a start ten seconds, and for its end five, whereupon
 * it only logs that it has not ended. A busy machine takes longer for both.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final EmbeddedPostgres server;
  private final Path lock;

  private PostgresServer(EmbeddedPostgres server, Path lock) {
    this.server = server;
    this.lock = lock;
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
    return new PostgresServer(server, data.resolve("postmaster.pid"));
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** A connection of a role that may do everything; whoever asks for it closes it. */
  public Connection connection() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** Stops it, and waits until another one can be started. */
  @Override
  public void close() throws IOException {
    server.close();
    // Not for its process, which stays to be seen where nobody asks how it ended.
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Files.exists(lock)) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("the server does not end, see " + lock);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
