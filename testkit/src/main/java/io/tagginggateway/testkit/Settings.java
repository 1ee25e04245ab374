package io.tagginggateway.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a gateway is to be started. Gateways that are shared are the same if these are.
 *
 * @param fixtures the state of the start
 * @param demo whether it is the built-in demo, where there are no fixtures
 * @param strict whether signatures are checked
 * @param isolated whether each undeclared key has an account of its own
 * @param shared whether one gateway serves every class of the JVM
 * @param pageSizes resources per page by product
 * @param options further keys of the configuration
 */
record Settings(
    List<Fixture> fixtures,
    boolean demo,
    boolean strict,
    boolean isolated,
    boolean shared,
    Map<String, Integer> pageSizes,
    Map<String, String> options) {

  /** Enough for every test that still says anything, and bounded. Chosen. */
  static final int JOURNAL_CAPACITY = 10_000;

  static Settings of(List<Fixture> fixtures, boolean demo) {
    return new Settings(fixtures, demo, false, false, false, Map.of(), Map.of());
  }

  Settings inStrictMode() {
    return new Settings(fixtures, demo, true, isolated, shared, pageSizes, options);
  }

  Settings withIsolatedKeys() {
    return new Settings(fixtures, demo, strict, true, shared, pageSizes, options);
  }

  Settings forTheWholeJvm() {
    return new Settings(fixtures, demo, strict, isolated, true, pageSizes, options);
  }

  Settings withPageSize(String product, int size) {
    Map<String, Integer> sizes = new HashMap<>(pageSizes);
    sizes.put(product, size);
    return new Settings(fixtures, demo, strict, isolated, shared, Map.copyOf(sizes), options);
  }

  Settings withOption(String key, String value) {
    Map<String, String> more = new HashMap<>(options);
    more.put(key, value);
    return new Settings(fixtures, demo, strict, isolated, shared, pageSizes, Map.copyOf(more));
  }

  /** Whether it makes a CA, and is told no directory for it. */
  boolean needsCa() {
    boolean tls =
        "true".equals(options.get("https.enabled")) || "true".equals(options.get("proxy.enabled"));
    return tls && !options.containsKey("https.directory");
  }

  /** Tests that may run at the same time must not lose their tags to each other's beginning. */
  boolean resetsBeforeEach() {
    return !shared && !isolated;
  }

  /** The same as keys of the configuration. */
  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put("http.port", "0");
    values.put("https.port", "0");
    values.put("proxy.enabled", "false");
    values.put("demo", "false");
    values.put("auth.mode", strict ? "strict" : "lenient");
    values.put("accounts.unknown-key", isolated ? "isolated" : "default");
    values.put("journal.capacity", Integer.toString(JOURNAL_CAPACITY));
    values.put("shutdown.grace", "2s");
    pageSizes.forEach(
        (product, size) ->
            values.put("products." + product + ".page-size", Integer.toString(size)));
    values.putAll(options);
    return values;
  }
}
