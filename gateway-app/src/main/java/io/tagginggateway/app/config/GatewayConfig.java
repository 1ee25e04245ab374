package io.tagginggateway.app.config;

import io.tagginggateway.app.log.LogFormat;
import io.tagginggateway.app.log.LogLevel;
import io.tagginggateway.app.log.RequestLogging;
import io.tagginggateway.core.product.Products;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set. A key is declared by reading it: one component and one line here are
 * all that a new key needs to be known in files, as an environment variable, and in error messages.
 *
 * @param region the region when neither request nor host names one
 * @param resources which resources can be tagged
 * @param products what is set per product, by product code; every product is there
 * @param fixtures files to load, in this order
 * @param demo whether the built-in demo is served when no fixtures are given
 * @param store where state is kept
 */
public record GatewayConfig(
    HttpConfig http,
    Limits limits,
    HttpsConfig https,
    Proxy proxy,
    ForwardConfig forward,
    AuthMode auth,
    Accounts accounts,
    ResourceMode resources,
    String region,
    Map<String, ProductConfig> products,
    List<Path> productFiles,
    List<String> enabledProducts,
    List<Path> fixtures,
    boolean demo,
    StoreConfig store,
    Journal journal,
    Admin admin,
    Log log,
    Hints hints,
    Shutdown shutdown) {
  /** The region where nothing names one. */
  public static final String DEFAULT_REGION = "cn-hangzhou";

  /**
   * Being the clients' proxy.
   *
   * @param enabled whether absolute-form targets and CONNECT are answered for product hosts
   */
  public record Proxy(boolean enabled) {
    static Proxy read(ConfigReader reader) {
      return new Proxy(reader.flag("proxy.enabled", true));
    }
  }

  /**
   * Who is who.
   *
   * @param defaultAccount the account of a request that names no key
   * @param unknownKey what an undeclared key leads to
   */
  public record Accounts(String defaultAccount, UnknownKeys unknownKey) {
    static Accounts read(ConfigReader reader) {
      return new Accounts(
          reader.matching(
              "accounts.default", DEFAULT_ACCOUNT, "[0-9]{16}", "an account id of 16 digits"),
          reader.choice("accounts.unknown-key", UnknownKeys.DEFAULT, UnknownKeys.values()));
    }
  }

  /**
   * The memory of requests.
   *
   * @param capacity how many of them are kept
   */
  public record Journal(int capacity) {
    static Journal read(ConfigReader reader) {
      return new Journal(reader.number("journal.capacity", 1000, 0, 1_000_000));
    }
  }

  /**
   * The admin API.
   *
   * @param token what its callers must present, or null to answer loopback callers only
   */
  public record Admin(@Nullable String token) {
    static Admin read(ConfigReader reader) {
      return new Admin(reader.textOrNull("admin.token"));
    }

    /** Tells nothing secret. */
    @Override
    public String toString() {
      return "Admin[token=" + (token == null ? "null" : "set") + "]";
    }
  }

  /**
   * The log on standard error.
   *
   * @param format how its lines look
   * @param level the least level that is logged
   * @param requests which requests are lines of it
   */
  public record Log(LogFormat format, LogLevel level, RequestLogging requests) {
    static Log read(ConfigReader reader) {
      return new Log(
          reader.choice("log.format", LogFormat.TEXT, LogFormat.values()),
          reader.choice("log.level", LogLevel.INFO, LogLevel.values()),
          reader.choice("log.requests", RequestLogging.ERRORS, RequestLogging.values()));
    }
  }

  /**
   * Hints: why requests were answered as they were.
   *
   * @param enabled whether there are any
   * @param header whether clients are told by a header
   */
  public record Hints(boolean enabled, boolean header) {
    static Hints read(ConfigReader reader) {
      return new Hints(reader.flag("hints.enabled", true), reader.flag("hints.header", false));
    }
  }

  /**
   * The end of the process.
   *
   * @param delay how long requests are still accepted once readiness has turned false
   * @param grace how long requests in flight may take to finish
   */
  public record Shutdown(Duration delay, Duration grace) {
    static Shutdown read(ConfigReader reader) {
      return new Shutdown(
          reader.duration("shutdown.delay", "0s"), reader.duration("shutdown.grace", "10s"));
    }
  }

  private static final String DEFAULT_ACCOUNT = "1234567890123456";

  /** What is set for a product. */
  public ProductConfig product(String code) {
    return products.getOrDefault(code, ProductConfig.DEFAULT);
  }

  /** The same with more fixtures behind its own. */
  public GatewayConfig withFixtures(List<Path> more) {
    return with(Stream.concat(fixtures.stream(), more.stream()).toList(), demo);
  }

  /** The same with the fixtures, and the demo, of another. */
  public GatewayConfig withFixturesOf(GatewayConfig other) {
    return with(other.fixtures, other.demo);
  }

  private GatewayConfig with(List<Path> files, boolean demoToo) {
    return new GatewayConfig(
        http,
        limits,
        https,
        proxy,
        forward,
        auth,
        accounts,
        resources,
        region,
        products,
        productFiles,
        enabledProducts,
        files,
        demoToo,
        store,
        journal,
        admin,
        log,
        hints,
        shutdown);
  }

  static GatewayConfig read(ConfigReader reader, Products products) {
    Map<String, String> codeByHost = ProductConfig.hosts(products);
    return new GatewayConfig(
        HttpConfig.read(reader, codeByHost),
        Limits.read(reader),
        HttpsConfig.read(reader),
        Proxy.read(reader),
        ForwardConfig.read(reader),
        reader.choice("auth.mode", AuthMode.LENIENT, AuthMode.values()),
        Accounts.read(reader),
        reader.choice("resources", ResourceMode.OPEN, ResourceMode.values()),
        reader.matching("region", DEFAULT_REGION, "[A-Za-z0-9-]{1,64}", "a region id"),
        ProductConfig.readAll(reader, products, codeByHost),
        reader.paths(ProductSources.FILES),
        reader.texts(ProductSources.ENABLED),
        reader.paths("fixtures"),
        reader.flag("demo", true),
        StoreConfig.read(reader),
        Journal.read(reader),
        Admin.read(reader),
        Log.read(reader),
        Hints.read(reader),
        Shutdown.read(reader));
  }
}
