package io.tagginggateway.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.tls.TlsSettings.OwnCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
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
    KeyPair keys = OwnCertificates.keys(algorithm);
    X509Certificate certificate = OwnCertificates.selfSigned(keys, signature);
    SniKeyManager manager =
        (SniKeyManager)
            keys(
                    Pem.write(certificate),
                    oldForm ? OwnCertificates.oldForm(keys) : OwnCertificates.pkcs8(keys))
                .get();
    assertThat(manager.getCertificateChain("any.name")).containsExactly(certificate);
    KeyAndChain used = new KeyAndChain(manager.getPrivateKey("any.name"), List.of(certificate));
    assertThat(used.matches()).isTrue();
    assertThat(temp.resolve("made")).doesNotExist();
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    X509Certificate certificate =
        OwnCertificates.selfSigned(Certificates.newKeys(), "SHA256withECDSA");
    TlsKeys keys = keys(Pem.write(certificate), OwnCertificates.pkcs8(Certificates.newKeys()));
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
}
