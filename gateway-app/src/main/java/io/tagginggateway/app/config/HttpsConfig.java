package io.tagginggateway.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The listener with TLS, on the host of the plain one.
 *
 * @param enabled whether there is one
 * @param port the port; 0 takes a free one
 * @param directory where the CA is made, once
 * @param certificate PEM file of a certificate of the user's, or null to make them
 * @param key PEM file of its key; null if and only if {@code certificate} is
 */
public record HttpsConfig(
    boolean enabled, int port, Path directory, @Nullable Path certificate, @Nullable Path key) {
  static HttpsConfig read(ConfigReader reader) {
    Path certificate = reader.pathOrNull("https.certificate");
    Path key = reader.pathOrNull("https.key");
    if (certificate == null && key != null) {
      throw new ConfigException("https.key: needs https.certificate as well");
    }
    if (certificate != null && key == null) {
      throw new ConfigException("https.certificate: needs https.key as well");
    }
    return new HttpsConfig(
        reader.flag("https.enabled", false),
        reader.number("https.port", 8443, 0, HttpConfig.MAX_PORT),
        reader.path("https.directory", ".tagging-gateway"),
        certificate,
        key);
  }
}
