package io.tagginggateway.app.config;

import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.product.Products;
import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the configuration together: option before environment before file before default. */
public final class ConfigLoader {
  /** The file that is read when none is named, where it is there. */
  private static final Path DEFAULT_FILE = Path.of("tagging-gateway.yaml");

  private final Supplier<Vertx> vertx;
  private final Products products;
  private final Map<String, String> environment;

  /** A loader that knows these products and this environment. */
  public ConfigLoader(Vertx vertx, Products products, Map<String, String> environment) {
    this(() -> vertx, products, environment);
  }

  /**
   * The same.
   *
   * @param vertx is asked for when there is a file to read
   */
  public ConfigLoader(Supplier<Vertx> vertx, Products products, Map<String, String> environment) {
    this.vertx = vertx;
    this.products = products;
    this.environment = environment;
  }

  /** The configuration of someone who sets nothing. */
  public static GatewayConfig defaults(Products products) {
    return GatewayConfig.read(new ConfigReader(key -> null), products);
  }

  /**
   * The configuration of a caller in this JVM, who looks at no file and no environment.
   *
   * @param values the values by key, such as {@code auth.mode}; all else is as by default
   * @throws ConfigException if there is no such key, or a value is none of its key's
   */
  public static GatewayConfig of(Products products, Map<String, String> values) {
    Map<String, String> names = new LinkedHashMap<>();
    values.keySet().forEach(key -> names.put(key, key));
    Origins origins = new Origins(names, Set.of(), null, Map.of());
    ConfigReader reader = new ConfigReader(origins.in(tree(values)));
    GatewayConfig config = GatewayConfig.read(reader, products);
    for (String key : values.keySet()) {
      if (!reader.keys().contains(key)) {
        throw new ConfigException(key + ": no such setting");
      }
    }
    return config;
  }

  /**
   * Reads everything there is. The future fails with a {@link ConfigException} whose message names
   * the key, where it was set, and what was expected.
   *
   * @param options what the command line sets
   */
  public Future<GatewayConfig> load(CommandLineSettings options) {
    try {
      ConfigReader catalogue = new ConfigReader(key -> null);
      GatewayConfig defaults = GatewayConfig.read(catalogue, products);
      Set<String> keys = new LinkedHashSet<>(catalogue.keys());

      Map<String, String> variables = Variables.settings(environment, keys);
      Path file = file(options);
      Map<String, Integer> lines = file == null ? Map.of() : ConfigFile.lines(file, keys);
      if (lines.isEmpty() && variables.isEmpty() && options.values().isEmpty()) {
        return Future.succeededFuture(defaults);
      }
      Origins origins = new Origins(options.names(), variables.keySet(), file, lines);
      return retrieve(lines.isEmpty() ? null : file, variables, options.values())
          .map(values -> GatewayConfig.read(new ConfigReader(origins.in(values)), products));
    } catch (ConfigException e) {
      return Future.failedFuture(e);
    }
  }

  /** The config file that {@code options} lead to, or null if there is none. */
  public @Nullable Path file(CommandLineSettings options) {
    return file(options, environment);
  }

  /** The same for who has no loader yet. */
  public static @Nullable Path file(CommandLineSettings options, Map<String, String> environment) {
    String named = options.config();
    String name = named == null ? environment.getOrDefault(Variables.CONFIG, "") : named;
    if (!name.isEmpty()) {
      return Path.of(name);
    }
    return Files.exists(DEFAULT_FILE) ? DEFAULT_FILE : null;
  }

  /** Without a file there is nothing to wait for, and no parser to load. */
  private Future<JsonObject> retrieve(
      @Nullable Path file, Map<String, String> variables, Map<String, String> options) {
    if (file == null) {
      return Future.succeededFuture(tree(variables).mergeIn(tree(options), true));
    }
    ConfigRetrieverOptions sources =
        new ConfigRetrieverOptions().setIncludeDefaultStores(false).setScanPeriod(-1);
    sources.addStore(
        new ConfigStoreOptions()
            .setType("file")
            .setFormat(InputFormat.ofName(file.toString()) == InputFormat.JSON ? "json" : "yaml")
            .setConfig(new JsonObject().put("path", file.toAbsolutePath().toString())));
    sources.addStore(new ConfigStoreOptions().setType("json").setConfig(tree(variables)));
    sources.addStore(new ConfigStoreOptions().setType("json").setConfig(tree(options)));
    ConfigRetriever retriever = ConfigRetriever.create(vertx.get(), sources);
    return retriever.getConfig().eventually(retriever::close);
  }

  private static JsonObject tree(Map<String, String> settings) {
    JsonObject tree = new JsonObject();
    settings.forEach(
        (key, value) -> {
          String[] names = key.split("\\.", -1);
          JsonObject section = tree;
          for (int i = 0; i < names.length - 1; i++) {
            if (!section.containsKey(names[i])) {
              section.put(names[i], new JsonObject());
            }
            section = section.getJsonObject(names[i]);
          }
          section.put(names[names.length - 1], value);
        });
    return tree;
  }
}
