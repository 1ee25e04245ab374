package io.tagginggateway.app.cli;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.tls.TlsKeys;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.Products;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The environment variables that point the official clients to a gateway. The names are those that
 * the client libraries, the command line tool and the Terraform provider read, each its own.
 */
final class ClientVariables {
  /** A key of the demo. The real cloud knows none of this name, so a stray call fails there. */
  private static final String KEY_ID = "testid";

  private static final String SECRET = "testsecret";

  private final Map<String, String> variables = new LinkedHashMap<>();
  private final GatewayConfig config;
  private final String host;

  private ClientVariables(GatewayConfig config) {
    this.config = config;
    this.host = Address.host(config.http().host());
  }

  /** The variables by name, in the order to print them. */
  static Map<String, String> of(GatewayConfig config, Products products) {
    ClientVariables all = new ClientVariables(config);
    all.addKeys();
    all.addEndpoints(products);
    if (config.proxy().enabled()) {
      all.addProxy();
    }
    all.addAuthority();
    return all.variables;
  }

  private void addKeys() {
    for (String prefix : List.of("ALIBABA_CLOUD", "ALIBABACLOUD", "ALICLOUD")) {
      variables.put(prefix + "_ACCESS_KEY_ID", KEY_ID);
      variables.put(prefix + "_ACCESS_KEY_SECRET", SECRET);
      variables.put(prefix + "_REGION_ID", config.region());
    }
    // Terraform's.
    variables.put("ALICLOUD_ACCESS_KEY", KEY_ID);
    variables.put("ALICLOUD_SECRET_KEY", SECRET);
    variables.put("ALICLOUD_REGION", config.region());
    variables.put("ALIBABA_CLOUD_REGION", config.region());
    // Else the command line tool prefers the keys of its own profile.
    variables.put("ALIBABA_CLOUD_IGNORE_PROFILE", "TRUE");
  }

  private void addEndpoints(Products products) {
    GatewayConfig.Https https = config.https();
    String endpoint =
        https.enabled() ? at("https.port", https.port()) : at("http.port", config.http().port());
    variables.put("ALIBABA_CLOUD_ENDPOINT", endpoint);
    for (ProductModule module : products.modules()) {
      Product product = module.product();
      for (String name : List.of(product.code(), product.hostLabel())) {
        String upper = name.toUpperCase(Locale.ROOT);
        variables.put("ALIBABA_CLOUD_ENDPOINT_" + upper, endpoint);
        variables.put(upper + "_ENDPOINT", endpoint);
      }
    }
  }

  private void addProxy() {
    String proxy = "http://" + at("http.port", config.http().port());
    List<String> direct = List.of("localhost", "127.0.0.1", "::1");
    String noProxy = String.join(",", direct) + (direct.contains(host) ? "" : "," + host);
    // Most tools read both cases; curl only the lower one of http_proxy.
    for (String scheme : List.of("HTTP_PROXY", "HTTPS_PROXY")) {
      variables.put(scheme, proxy);
      variables.put(scheme.toLowerCase(Locale.ROOT), proxy);
    }
    variables.put("NO_PROXY", noProxy);
    variables.put("no_proxy", noProxy);
  }

  /** With https off there is a CA only once somebody asked for it, or a client for a tunnel. */
  private void addAuthority() {
    GatewayConfig.Https https = config.https();
    Path file = TlsKeys.authorityFile(https.directory()).toAbsolutePath().normalize();
    boolean ours = https.certificate() == null;
    if (ours && (https.enabled() || (config.proxy().enabled() && Files.exists(file)))) {
      for (String name :
          List.of(
              "NODE_EXTRA_CA_CERTS",
              "REQUESTS_CA_BUNDLE",
              "ALIBABA_CLOUD_CA_BUNDLE",
              "SSL_CERT_FILE",
              "CURL_CA_BUNDLE")) {
        variables.put(name, file.toString());
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
