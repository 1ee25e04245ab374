package io.tagginggateway.app.tls;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Reads and writes PEM files. */
final class Pem {
  private Pem() {}

  /** The certificates of a file, in its order; fails if there is none. */
  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (Object part : parts(file)) {
        if (part instanceof X509CertificateHolder holder) {
          found.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
    } catch (GeneralSecurityException e) {
      throw damaged(file, "certificate", e);
    }
    if (found.isEmpty()) {
      throw new TlsException(file + ": holds no certificate in PEM format");
    }
    return found;
  }

  /**
   * The private key of a file, as PKCS#8 or in the older forms of OpenSSL.
   *
   * @param algorithm that of the certificate's key: {@code EC}, {@code RSA} …
   */
  static PrivateKey privateKey(Path file, String algorithm) {
    for (Object part : parts(file)) {
      PrivateKeyInfo info =
          part instanceof PEMKeyPair pair
              ? pair.getPrivateKeyInfo()
              : part instanceof PrivateKeyInfo plain ? plain : null;
      if (info != null) {
        try {
          return KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
          throw damaged(file, "private key", e);
        }
      }
    }
    throw new TlsException(file + ": holds no private key in PEM format that is not encrypted");
  }

  static String write(X509Certificate certificate) {
    return write((Object) certificate);
  }

  /** As PKCS#8, not encrypted. */
  static String write(PrivateKey key) {
    try {
      return write(new JcaPKCS8Generator(key, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Object part) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Its line separator is the platform's; files are the same everywhere.
    return text.toString().replace("\r\n", "\n");
  }

  private static List<Object> parts(Path file) {
    List<Object> parts = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        PEMParser parser = new PEMParser(reader)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        parts.add(part);
      }
      return parts;
    } catch (IOException e) {
      if (Files.isReadable(file)) {
        throw damaged(file, "PEM file", e);
      }
      throw new TlsException(file + ": cannot be read", e);
    }
  }

  private static TlsException damaged(Path file, String what, Exception cause) {
    return new TlsException(file + ": is damaged, no " + what + " can be read from it", cause);
  }
}
