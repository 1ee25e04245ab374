package io.tagginggateway.app.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates with every extension that a strict client asks for: RFC 5280, and the limit of
 * 398 days that Apple's platforms set.
 */
final class Certificates {
  private static final Duration CA_LIFE = Duration.ofDays(3650);
  private static final Duration LEAF_LIFE = Duration.ofDays(365);

  /** A client's clock may be behind. */
  private static final Duration SLACK = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Certificates() {}

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new TlsException("This Java cannot make EC keys", e);
    }
  }

  /** A new CA. Its name holds a part of its serial, so that clients tell two of them apart. */
  static KeyAndChain newAuthority(Instant now) {
    KeyPair keys = newKeys();
    BigInteger serial = serial();
    String mark = serial.toString(16);
    X500Principal name =
        new X500Principal("CN=Tagging Gateway CA " + mark.substring(0, 8) + ", O=Tagging Gateway");
    X509v3CertificateBuilder builder =
        builder(name, serial, now, now.plus(CA_LIFE), name, keys.getPublic());
    return sign(
        keys,
        new KeyAndChain(keys.getPrivate(), List.of()),
        () -> {
          JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
          builder
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  ids.createSubjectKeyIdentifier(keys.getPublic()));
          return builder;
        });
  }

  /** A certificate of a server's names, issued by {@code authority}. */
  static KeyAndChain newLeaf(
      KeyAndChain authority, KeyPair keys, List<GeneralName> names, Instant now) {
    X509Certificate issuer = authority.certificate();
    Instant end = now.plus(LEAF_LIFE);
    Instant last = issuer.getNotAfter().toInstant();
    X509v3CertificateBuilder builder =
        builder(
            issuer.getSubjectX500Principal(),
            serial(),
            now,
            end.isBefore(last) ? end : last,
            new X500Principal("CN=Tagging Gateway"),
            keys.getPublic());
    return sign(
        keys,
        authority,
        () -> {
          JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
          GeneralNames sans = new GeneralNames(names.toArray(new GeneralName[0]));
          builder
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(Extension.subjectAlternativeName, false, sans)
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  ids.createSubjectKeyIdentifier(keys.getPublic()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  ids.createAuthorityKeyIdentifier(issuer.getPublicKey()));
          return builder;
        });
  }

  private interface Extensions {
    X509v3CertificateBuilder add() throws GeneralSecurityException, IOException;
  }

  private static KeyAndChain sign(KeyPair keys, KeyAndChain authority, Extensions extensions) {
    try {
      X509Certificate made =
          new JcaX509CertificateConverter()
              .getCertificate(
                  extensions
                      .add()
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key())));
      return new KeyAndChain(keys.getPrivate(), List.of(made));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new TlsException("Cannot make a certificate: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer,
      BigInteger serial,
      Instant now,
      Instant end,
      X500Principal subject,
      PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        issuer, serial, Date.from(now.minus(SLACK)), Date.from(end), subject, key);
  }

  /** Positive, never zero, and with its leading digits set. */
  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS - 1, RANDOM).setBit(SERIAL_BITS - 1);
  }
}
