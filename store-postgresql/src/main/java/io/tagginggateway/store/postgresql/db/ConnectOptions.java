package io.tagginggateway.store.postgresql.db;

import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.state.StoreStartException;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What connections are opened with. */
final class ConnectOptions {
  /** How many statements one connection works off before the next connection is used. Chosen. */
  private static final int PIPELINED = 4;

  private ConnectOptions() {}

  /**
   * One for each server.
   *
   * @param statementLimit how long the server works on one statement, or zero for ever
   */
  static List<PgConnectOptions> of(
      ConnectionUrl url, StoreSettings settings, Duration statementLimit) {
    return url.hosts().stream().map(host -> of(url, host, settings, statementLimit)).toList();
  }

  private static PgConnectOptions of(
      ConnectionUrl url, ConnectionUrl.Host host, StoreSettings settings, Duration statementLimit) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(host.name())
            .setPort(host.port())
            .setDatabase(url.database())
            .setUser(url.user())
            .setSslMode(SslMode.of(url.sslMode()))
            .setPipeliningLimit(PIPELINED)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheSqlFilter(sql -> true)
            .addProperty("application_name", "tagging-gateway")
            .addProperty("jit", "off") // it takes longer than any statement here
            .addProperty("search_path", settings.schema())
            .addProperty("statement_timeout", String.valueOf(statementLimit.toMillis()));
    if (!statementLimit.isZero()) {
      // A short statement has one good plan, by an index, and to make it takes longer than to
      // follow it.
      options
          .addProperty("plan_cache_mode", "force_generic_plan")
          .addProperty("enable_seqscan", "off");
    }
    String password = password(url, settings);
    if (password != null) {
      options.setPassword(password);
    }
    if (options.getSslMode() != SslMode.DISABLE) {
      options.setSslOptions(tls(url));
    }
    return options;
  }

  static String password(ConnectionUrl url, StoreSettings settings) {
    String own = settings.password();
    String inUrl = url.password();
    return own != null ? own : inUrl != null ? inUrl : "";
  }

  private static ClientSSLOptions tls(ConnectionUrl url) {
    boolean fully = url.sslMode().equals("verify-full");
    ClientSSLOptions tls =
        new ClientSSLOptions().setHostnameVerificationAlgorithm(fully ? "HTTPS" : "");
    Path root = url.rootCertificate();
    if (root != null) {
      if (!Files.isReadable(root)) {
        throw new StoreStartException("store.url: sslrootcert " + root + " cannot be read");
      }
      tls.setTrustOptions(new PemTrustOptions().addCertPath(root.toString()));
    } else if (!fully && !url.sslMode().equals("verify-ca")) {
      tls.setTrustAll(true);
    }
    return tls;
  }
}
