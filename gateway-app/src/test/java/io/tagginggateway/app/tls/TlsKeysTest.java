package io.tagginggateway.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.tls.TlsSettings.OwnCertificate;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TlsKeysTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "RSA, SHA256withRSA, false",
    "RSA, SHA256withRSA, true",
    "EC, SHA256withECDSA, false",
    "EC, SHA256withECDSA, true",
    "Ed25519, Ed25519, false",
  })
  void aUsersOwnCertificateServesEveryName(String algorithm, String signature, boolean oldForm)
      throws Exception {
    KeyPair keys =
        algorithm.equals("EC")
            ? Certificates.newKeys()
            : KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    X509Certificate certificate = selfSigned(keys, signature);
    SniKeyManager manager =
        (SniKeyManager) keys(Pem.write(certificate), oldForm ? oldForm(keys) : pkcs8(keys)).get();
    assertThat(manager.getCertificateChain("any.name")).containsExactly(certificate);
    KeyAndChain used = new KeyAndChain(manager.getPrivateKey("any.name"), List.of(certificate));
    assertThat(used.matches()).isTrue();
    assertThat(temp.resolve("made")).doesNotExist();
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    X509Certificate certificate = selfSigned(Certificates.newKeys(), "SHA256withECDSA");
    TlsKeys keys = keys(Pem.write(certificate), pkcs8(Certificates.newKeys()));
    assertThatThrownBy(keys::get)
        .isInstanceOf(TlsException.class)
        .hasMessage(
            "https.key %s: is not the key of https.certificate %s",
            temp.resolve("own.key"), temp.resolve("own.pem"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    OwnCertificate own = new OwnCertificate(temp.resolve("none.pem"), temp.resolve("none.key"));
    assertThatThrownBy(() -> keys(own).get())
        .isInstanceOf(TlsException.class)
        .hasMessage(temp.resolve("none.pem") + ": cannot be read");
  }

  @Test
  void theAuthorityIsMadeOnceForAllWhoAsk() throws IOException {
    Path directory = temp.resolve("made");
    String pem = TlsKeys.authorityPem(directory, Clock.systemUTC());
    assertThat(pem)
        .startsWith("-----BEGIN CERTIFICATE-----\n")
        .endsWith("-----END CERTIFICATE-----\n")
        .isEqualTo(TlsKeys.authorityPem(directory, Clock.systemUTC()))
        .isEqualTo(Files.readString(TlsKeys.authorityFile(directory)));
  }

  private TlsKeys keys(String certificate, String key) throws IOException {
    OwnCertificate own = new OwnCertificate(temp.resolve("own.pem"), temp.resolve("own.key"));
    Files.writeString(own.certificate(), certificate);
    Files.writeString(own.key(), key);
    return keys(own);
  }

  private TlsKeys keys(OwnCertificate own) {
    return new TlsKeys(
        new TlsSettings(temp.resolve("made"), own, List.of(), name -> false), Clock.systemUTC());
  }

  private static String pkcs8(KeyPair keys) {
    return Pem.write(keys.getPrivate());
  }

  /** As OpenSSL wrote keys before PKCS#8. */
  private static String oldForm(KeyPair keys) throws IOException {
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

  private static X509Certificate selfSigned(KeyPair keys, String signature) throws Exception {
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
