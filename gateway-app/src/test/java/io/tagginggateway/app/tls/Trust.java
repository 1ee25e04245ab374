package io.tagginggateway.app.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS of clients that trust one certificate alone. */
public final class Trust {
  private Trust() {}

  /** Trusts the certificate in a PEM file. */
  public static SSLContext in(Path pem) throws IOException, GeneralSecurityException {
    try (InputStream file = Files.newInputStream(pem)) {
      return in(CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
  }

  /** Trusts a certificate. */
  public static SSLContext in(Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("trusted", certificate);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
