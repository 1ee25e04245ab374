package io.tagginggateway.app.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Keys and certificates of a user's own, as files hold them. */
public final class OwnCertificates {
  private OwnCertificates() {}

  /** New keys: {@code EC}, {@code RSA} or {@code Ed25519}. */
  public static KeyPair keys(String algorithm) throws GeneralSecurityException {
    return algorithm.equals("EC")
        ? Certificates.newKeys()
        : KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  /** A certificate in PEM format. */
  public static String pem(X509Certificate certificate) {
    return Pem.write(certificate);
  }

  /** The private key as PKCS#8. */
  public static String pkcs8(KeyPair keys) {
    return Pem.write(keys.getPrivate());
  }

  /** The private key as OpenSSL wrote keys before PKCS#8. */
  public static String oldForm(KeyPair keys) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      if (keys.getPrivate() instanceof java.security.interfaces.ECPrivateKey key) {
        ECPrivateKey form = new ECPrivateKey(256, key.getS(), SECObjectIdentifiers.secp256r1);
        writer.writeObject(new PemObject("EC PRIVATE KEY", form.getEncoded()));
      } else {
        writer.writeObject(keys.getPrivate());
      }
    }
    assertThat(text.toString()).contains(keys.getPrivate().getAlgorithm() + " PRIVATE KEY");
    return text.toString();
  }

  /** A certificate for these keys, signed with them. */
  public static X509Certificate selfSigned(KeyPair keys, String signature) throws Exception {
    Instant now = Instant.now();
    X500Principal name = new X500Principal("CN=own.test");
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(3600)),
                    name,
                    keys.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate())));
  }
}
