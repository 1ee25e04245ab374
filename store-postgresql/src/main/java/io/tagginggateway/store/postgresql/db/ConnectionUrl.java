package io.tagginggateway.store.postgresql.db;

import io.tagginggateway.core.state.StoreStartException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, as libpq writes it: {@code
 * postgresql://user:password@host:5432,host2:5432/database?sslmode=verify-full&sslrootcert=ca.pem}.
 * A {@code target_session_attrs} may only ask for what is done anyway: the server that takes
 * writes.
 *
 * @param hosts at least one; if several, the one that takes writes is used
 * @param user the role
 * @param password its password, or null if the URL has none
 * @param database the name of the database
 * @param sslMode how TLS is used, as libpq calls it
 * @param rootCertificate PEM file of the CAs that are trusted, or null for those of the JVM
 */
public record ConnectionUrl(
    List<Host> hosts,
    String user,
    @Nullable String password,
    String database,
    String sslMode,
    @Nullable Path rootCertificate) {
  private static final int DEFAULT_PORT = 5432;
  private static final List<String> MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
  private static final String TARGET = "target_session_attrs";
  private static final List<String> TARGETS = List.of("primary", "read-write");
  private static final List<String> PARAMETERS = List.of("sslmode", "sslrootcert", TARGET);

  /**
   * A server.
   *
   * @param name its name or address, without brackets
   * @param port its port
   */
  public record Host(String name, int port) {
    @Override
    public String toString() {
      return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
  }

  /**
   * Reads a URL.
   *
   * @throws StoreStartException if it is none; the message never holds the password
   */
  public static ConnectionUrl parse(String url) {
    String rest = null;
    for (String scheme : List.of("postgresql://", "postgres://")) {
      if (url.startsWith(scheme)) {
        rest = url.substring(scheme.length());
      }
    }
    if (rest == null) {
      throw bad("it starts with postgresql://");
    }
    int query = rest.indexOf('?');
    Map<String, String> parameters = parameters(query < 0 ? "" : rest.substring(query + 1));
    String beforeQuery = query < 0 ? rest : rest.substring(0, query);
    int at = beforeQuery.lastIndexOf('@');
    String whoever = at < 0 ? "" : beforeQuery.substring(0, at);
    String where = beforeQuery.substring(at + 1);
    int slash = where.indexOf('/');
    if (slash < 0 || slash == where.length() - 1) {
      throw bad("the name of a database is missing behind the host");
    }
    int colon = whoever.indexOf(':');
    String user = decoded(colon < 0 ? whoever : whoever.substring(0, colon));
    if (user.isEmpty()) {
      throw bad("the user is missing: postgresql://user@host/database");
    }
    String mode = parameters.getOrDefault("sslmode", "prefer");
    if (!MODES.contains(mode)) {
      throw bad("sslmode is one of " + String.join(", ", MODES));
    }
    if (!TARGETS.contains(parameters.getOrDefault(TARGET, "primary"))) {
      throw bad(TARGET + " is " + String.join(" or ", TARGETS) + ": a gateway writes");
    }
    String root = parameters.get("sslrootcert");
    return new ConnectionUrl(
        hosts(where.substring(0, slash)),
        user,
        colon < 0 ? null : decoded(whoever.substring(colon + 1)),
        decoded(where.substring(slash + 1)),
        mode,
        root == null ? null : Path.of(root));
  }

  /** The hosts, as a message names them. */
  public String where() {
    return String.join(",", hosts.stream().map(Host::toString).toList()) + "/" + database;
  }

  /** The same for JDBC, without user and password. */
  String jdbc() {
    return "jdbc:postgresql://" + where();
  }

  /** Tells nothing secret. */
  @Override
  public String toString() {
    return "postgresql://" + user + "@" + where() + "?sslmode=" + sslMode;
  }

  private static List<Host> hosts(String text) {
    List<Host> hosts = new ArrayList<>();
    for (String each : List.of(text.split(",", -1))) {
      int bracket = each.lastIndexOf(']');
      int colon = each.indexOf(':', Math.max(bracket, 0));
      String name = decoded(colon < 0 ? each : each.substring(0, colon));
      String bare = bracket < 0 ? name : name.substring(1, name.length() - 1);
      if (bare.isEmpty()) {
        throw bad("a host is missing");
      }
      hosts.add(new Host(bare, colon < 0 ? DEFAULT_PORT : port(each.substring(colon + 1))));
    }
    return List.copyOf(hosts);
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= 65_535) {
        return port;
      }
    }
    throw bad("a port is a number from 1 to 65535");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : List.of(query.split("&", -1))) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!PARAMETERS.contains(name)) {
        throw bad("behind ? there may be " + String.join(", ", PARAMETERS));
      }
      parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return parameters;
  }

  /** A plus sign is itself here, other than in a form. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("a % is not followed by two hexadecimal digits");
    }
  }

  private static StoreStartException bad(String reason) {
    return new StoreStartException("store.url is no URL of a database: " + reason);
  }
}
