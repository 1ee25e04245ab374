package io.tagginggateway.store.postgresql.db;

import io.tagginggateway.core.tag.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads rows into a table by COPY, over a connection of its own, in one transaction. It blocks, and
 * holds no more than one buffer. Not thread-safe.
 *
 * <p>The reactive client has no COPY, so this is the one place where JDBC is used; nothing of it is
 * loaded before.
 */
public final class Copy implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;

  private final Connection connection;
  private final CopyIn copy;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean ended;

  /** Another row has the same key; nothing of the load is there. */
  public static final class DuplicateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateException(String message) {
      super(message);
    }
  }

  /**
   * Begins to load.
   *
   * @param table the name of the table, as SQL has it
   * @param columns the columns of each row, in their order
   * @throws StoreUnavailableException if the database cannot be used
   */
  public Copy(Database database, String table, List<String> columns) {
    Connection opened = null;
    try {
      opened = connect(database);
      opened.setAutoCommit(false);
      String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
      copy = opened.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      connection = opened;
    } catch (SQLException e) {
      closeQuietly(opened);
      throw told(e);
    }
  }

  /**
   * Adds a row.
   *
   * @param values texts, numbers, booleans or null, in the order of the columns
   */
  public void row(@Nullable Object... values) {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      line.append(line.length() == 0 ? "" : "\t");
      append(line, value);
    }
    write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Ends the load, and commits it.
   *
   * @return how many rows there were
   * @throws DuplicateException if a key is there twice
   */
  public long end() {
    try {
      flush();
      long rows = copy.endCopy();
      connection.commit();
      ended = true;
      return rows;
    } catch (SQLException e) {
      throw told(e);
    } finally {
      close();
    }
  }

  /** Drops what was loaded, unless it was ended. */
  @Override
  public void close() {
    try {
      if (!ended && copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      // The connection goes, and the rows with it.
    } finally {
      closeQuietly(connection);
    }
  }

  private void write(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      if (filled == BUFFER) {
        flushOrFail();
      }
      int some = Math.min(BUFFER - filled, bytes.length - from);
      System.arraycopy(bytes, from, buffer, filled, some);
      filled += some;
      from += some;
    }
  }

  private void flushOrFail() {
    try {
      flush();
    } catch (SQLException e) {
      close();
      throw told(e);
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer, 0, filled);
    filled = 0;
  }

  /** The text format of COPY. */
  private static void append(StringBuilder line, @Nullable Object value) {
    if (value == null) {
      line.append("\\N");
      return;
    }
    if (value instanceof Boolean flag) {
      line.append(flag ? 't' : 'f');
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }

  private static Connection connect(Database database) throws SQLException {
    ConnectionUrl url = database.url();
    Duration timeout = database.settings().timeout();
    Properties properties = new Properties();
    properties.setProperty("user", url.user());
    properties.setProperty("password", ConnectOptions.password(url, database.settings()));
    properties.setProperty("currentSchema", database.settings().schema());
    properties.setProperty("ApplicationName", "tagging-gateway");
    properties.setProperty("targetServerType", "primary");
    properties.setProperty("connectTimeout", String.valueOf(1 + timeout.toSeconds()));
    properties.setProperty("sslmode", url.sslMode());
    if (url.rootCertificate() != null) {
      properties.setProperty("sslrootcert", url.rootCertificate().toString());
    } else if (url.sslMode().startsWith("verify-")) {
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    Connection connection = new Driver().connect(url.jdbc(), properties);
    if (connection == null) {
      throw new SQLException("not a URL of PostgreSQL", "08001");
    }
    return connection;
  }

  private static RuntimeException told(SQLException failure) {
    String reason = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    return "23505".equals(failure.getSQLState())
        ? new DuplicateException(reason)
        : new StoreUnavailableException("the database takes no rows: " + reason);
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It is gone either way.
    }
  }
}
