package io.tagginggateway.app.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where keys and certificates come from.
 *
 * @param directory where the CA is kept; made when there is none
 * @param own the user's certificate and key, which then serve every name, or null to make them
 * @param names further names and addresses of the gateway that its certificates hold, besides those
 *     of loopback
 * @param productHost whether a name, lower-case, gets a certificate of its own
 */
public record TlsSettings(
    Path directory,
    @Nullable OwnCertificate own,
    List<String> names,
    Predicate<String> productHost) {

  /**
   * A certificate of the user.
   *
   * @param certificate PEM file of the chain, the server's certificate first
   * @param key PEM file of its private key, not encrypted
   */
  public record OwnCertificate(Path certificate, Path key) {}
}
