package io.tagginggateway.app.client;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.config.HttpsConfig;
import io.tagginggateway.app.tls.TlsKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What clients are to trust, as files.
 *
 * @param authority the CA's certificate alone, for who adds it to what it trusts
 * @param bundle the system's CAs and the gateway's, for who trusts one file and nothing else
 */
public record TrustFiles(String authority, String bundle) {
  private static final String BUNDLE = "ca-bundle.pem";

  /** Where Debian, Red Hat, SUSE, and Alpine or macOS keep the CAs that they trust. */
  private static final List<Path> OF_SYSTEMS =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  /**
   * Makes the CA, if there is none yet, and writes the bundle beside it; null if the certificate is
   * of a CA of the user's own.
   */
  public static @Nullable TrustFiles write(HttpsConfig https, Map<String, String> environment) {
    if (https.certificate() != null) {
      return null;
    }
    String own = TlsKeys.authorityPem(https.directory(), Clock.systemUTC());
    Path authority = TlsKeys.authorityFile(https.directory()).toAbsolutePath().normalize();
    Path bundle = authority.resolveSibling(BUNDLE);
    try {
      Path part = Files.createTempFile(authority.getParent(), BUNDLE, null);
      Files.writeString(part, ofSystem(environment, bundle) + own);
      Files.move(part, bundle, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | GeneralSecurityException e) {
      throw new ConfigException(bundle + ": cannot be written: " + e);
    }
    return new TrustFiles(authority.toString(), bundle.toString());
  }

  private static String ofSystem(Map<String, String> environment, Path bundle)
      throws IOException, GeneralSecurityException {
    String named = environment.getOrDefault("SSL_CERT_FILE", "");
    Path ofUser = Path.of(named);
    if (!named.isEmpty() && Files.isReadable(ofUser) && !ofUser.equals(bundle)) {
      return Files.readString(ofUser) + "\n";
    }
    for (Path file : OF_SYSTEMS) {
      if (Files.isReadable(file)) {
        return Files.readString(file) + "\n";
      }
    }
    return ofJava();
  }

  private static String ofJava() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((@Nullable KeyStore) null);
    StringBuilder pem = new StringBuilder();
    Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager trust) {
        for (X509Certificate certificate : trust.getAcceptedIssuers()) {
          pem.append("-----BEGIN CERTIFICATE-----\n")
              .append(base64.encodeToString(certificate.getEncoded()))
              .append("\n-----END CERTIFICATE-----\n");
        }
      }
    }
    return pem.toString();
  }
}
