package io.tagginggateway.testkit;

import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.process.GatewayProcess;
import io.tagginggateway.app.process.GatewayVertx;
import io.tagginggateway.core.product.Products;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The directory of a gateway's CA, which lasts as long as the gateway.
 *
 * @param directory where the CA is made
 */
record Tls(Path directory) {

  static Tls make() {
    try {
      return new Tls(Files.createTempDirectory("tagging-gateway-ca"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a gateway; says so where https lacks what makes certificates. */
  static GatewayProcess started(GatewayConfig config, Products products) {
    try {
      return GatewayProcess.start(GatewayVertx.create(), config, products);
    } catch (NoClassDefFoundError e) {
      if (config.https().enabled() || config.proxy().enabled()) {
        throw new IllegalStateException(
            "https needs org.bouncycastle:bcpkix-jdk18on on the class path of the test", e);
      }
      throw e;
    }
  }

  /** The CA's certificate, in PEM. */
  String ca() {
    try {
      return Files.readString(certificate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trusts the CA and nobody else. */
  SSLContext context() {
    try (InputStream pem = Files.newInputStream(certificate())) {
      Certificate ca = CertificateFactory.getInstance("X.509").generateCertificate(pem);
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry("tagging-gateway", ca);
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the CA cannot be trusted", e);
    }
  }

  private Path certificate() {
    return directory.resolve("ca.pem");
  }

  /** Forgets the CA. */
  void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
