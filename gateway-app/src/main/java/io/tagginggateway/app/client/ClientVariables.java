package io.tagginggateway.app.client;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.config.HttpsConfig;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that point the official clients to a gateway. The names are those that
 * the client libraries, the command line tool and the Terraform provider read, each its own.
 */
public final class ClientVariables {
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final GatewayConfig config;
  private final String host;

  private ClientVariables(GatewayConfig config) {
    this.config = config;
    this.host = Address.host(config.http().host());
  }

  /**
   * The variables by name, in the order to print them: keys, region, endpoints, and where these are
   * of TLS what to trust.
   *
   * @param key the access key to use
   * @param trust the files of the CA, or null where a CA of the user's own is used
   */
  public static Map<String, String> of(
      GatewayConfig config, Products products, AccessKey key, @Nullable TrustFiles trust) {
    ClientVariables all = new ClientVariables(config);
    HttpsConfig https = config.https();
    String endpoint =
        https.enabled()
            ? all.at("https.port", https.port())
            : all.at("http.port", config.http().port());
    return of(config.region(), endpoint, products, key, https.enabled() ? trust : null);
  }

  /**
   * The same for an endpoint that is known.
   *
   * @param endpoint host and port
   * @param trust the files of the CA, or null where nothing needs to be trusted
   */
  public static Map<String, String> of(
      String region,
      String endpoint,
      Products products,
      AccessKey key,
      @Nullable TrustFiles trust) {
    Map<String, String> variables = new LinkedHashMap<>();
    addKeys(variables, region, key);
    addEndpoints(variables, endpoint, products);
    addTrust(variables, trust);
    return variables;
  }

  /**
   * The same, and those that make the gateway the proxy of every program that reads them.
   *
   * @param direct what was reached without a proxy before, as NO_PROXY says it; perhaps empty
   */
  public static Map<String, String> withProxy(
      GatewayConfig config,
      Products products,
      AccessKey key,
      @Nullable TrustFiles trust,
      String direct) {
    ClientVariables all = new ClientVariables(config);
    all.variables.putAll(of(config, products, key, trust));
    all.addProxy(direct);
    addTrust(all.variables, trust);
    return all.variables;
  }

  /** The name of every variable that there may be. */
  public static Set<String> names(Products products) {
    GatewayConfig defaults = ConfigLoader.defaults(products);
    AccessKey key = new AccessKey("id", "secret", "", "token", null, /* disabled= */ false);
    return withProxy(defaults, products, key, new TrustFiles("ca", "bundle"), "").keySet();
  }

  private static void addKeys(Map<String, String> variables, String region, AccessKey key) {
    for (String prefix : List.of("ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD")) {
      variables.put(prefix + "_ACCESS_KEY_ID", key.id());
      variables.put(prefix + "_ACCESS_KEY_SECRET", key.secret());
      variables.put(prefix + "_REGION_ID", region);
      if (key.securityToken() != null) {
        variables.put(prefix + "_SECURITY_TOKEN", key.securityToken());
      }
    }
    // Terraform's.
    variables.put("ALICLOUD_ACCESS_KEY", key.id());
    variables.put("ALICLOUD_SECRET_KEY", key.secret());
    variables.put("ALICLOUD_REGION", region);
    variables.put("ALIBABA_CLOUD_REGION", region);
    // Else the provider asks BssOpenApi for it at each start.
    variables.put("ALIBABA_CLOUD_ACCOUNT_TYPE", "Domestic");
    // Else the command line tool prefers the keys of its own profile.
    variables.put("ALIBABA_CLOUD_IGNORE_PROFILE", "TRUE");
  }

  private static void addEndpoints(
      Map<String, String> variables, String endpoint, Products products) {
    variables.put("ALIBABA_CLOUD_ENDPOINT", endpoint);
    for (ProductEntry entry : products.entries()) {
      for (String name : List.of(entry.head().code(), entry.head().hostLabel())) {
        String upper = name.toUpperCase(Locale.ROOT).replace('-', '_');
        variables.put("ALIBABA_CLOUD_ENDPOINT_" + upper, endpoint);
        variables.put(upper + "_ENDPOINT", endpoint);
      }
    }
  }

  private void addProxy(String direct) {
    String proxy = "http://" + at("http.port", config.http().port());
    Set<String> noProxy = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1", host));
    // Clients in Go compare the whole of host and port, others the host alone.
    for (String name : List.copyOf(noProxy)) {
      noProxy.add(Address.of(name, config.http().port()));
      if (config.https().enabled()) {
        noProxy.add(Address.of(name, config.https().port()));
      }
    }
    Stream.of(direct.split(",", -1))
        .map(String::trim)
        .filter(before -> !before.isEmpty())
        .forEach(noProxy::add);
    // Most tools read both cases; curl only the lower one of http_proxy.
    for (String scheme : List.of("HTTP_PROXY", "HTTPS_PROXY")) {
      variables.put(scheme, proxy);
      variables.put(scheme.toLowerCase(Locale.ROOT), proxy);
    }
    variables.put("NO_PROXY", String.join(",", noProxy));
    variables.put("no_proxy", String.join(",", noProxy));
  }

  private static void addTrust(Map<String, String> variables, @Nullable TrustFiles trust) {
    if (trust != null) {
      // Node adds it to what it trusts; the others trust this file and nothing else.
      variables.put("NODE_EXTRA_CA_CERTS", trust.authority());
      for (String name :
          List.of(
              "REQUESTS_CA_BUNDLE", "ALIBABA_CLOUD_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")) {
        variables.put(name, trust.bundle());
      }
    }
  }

  private String at(String key, int port) {
    if (port == 0) {
      throw new ConfigException(
          key + ": is 0, so that only the gateway's ready line tells the port");
    }
    return Address.of(host, port);
  }
}
