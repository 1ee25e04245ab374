package io.tagginggateway.app.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void place() {
    directory = temp.resolve("deep/keys");
  }

  private KeyAndChain authority(Instant now) {
    return new CaDirectory(directory, Clock.fixed(now, ZoneOffset.UTC)).authority();
  }

  @Test
  void whatIsMadeIsReadableByItsOwnerOnly() throws IOException {
    authority(NOW);
    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(permissions(directory.resolve("ca.key"))).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.pem", "ca.key", "ca.lock");
    }
  }

  @Test
  void theAuthorityStaysTheSameAcrossStarts() {
    KeyAndChain first = authority(NOW);
    KeyAndChain later = authority(NOW.plus(Duration.ofDays(3000)));
    assertThat(later.certificate()).isEqualTo(first.certificate());
    assertThat(later.key()).isEqualTo(first.key());
  }

  @Test
  void twoAuthoritiesHaveTwoNames() {
    KeyAndChain first = authority(NOW);
    directory = temp.resolve("other");
    assertThat(authority(NOW).certificate().getSubjectX500Principal())
        .isNotEqualTo(first.certificate().getSubjectX500Principal());
  }

  @Test
  void aKeyThatOthersCanReadIsTakenFromThem() throws IOException {
    authority(NOW);
    Path key = directory.resolve("ca.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    authority(NOW);
    assertThat(permissions(key)).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "ca.pem, '', ca.pem: holds no certificate in PEM format",
    "ca.key, '', ca.key: holds no private key in PEM format",
    "ca.pem, nonsense, ca.pem: holds no certificate in PEM format",
    "ca.key, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', ca.key: is damaged",
    "ca.pem, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', ca.pem: is damaged",
    "ca.pem, '-----BEGIN CERTIFICATE-----\nAAAA', ca.pem: is damaged",
  })
  void aDamagedFileIsNamedInOneLine(String file, String text, String message) throws IOException {
    authority(NOW);
    Files.writeString(directory.resolve(file), text);
    assertRefused(NOW, message);
  }

  @ParameterizedTest
  @CsvSource({"ca.pem, ca.key", "ca.key, ca.pem"})
  void halfAnAuthorityIsRefused(String missing, String left) throws IOException {
    authority(NOW);
    Files.delete(directory.resolve(missing));
    assertRefused(NOW, missing + ": is missing, and " + directory.resolve(left));
  }

  @Test
  void anExpiredAuthorityIsRefused() {
    authority(NOW);
    assertRefused(
        NOW.plus(Duration.ofDays(3650)), "ca.pem: the CA expired on 2036-11-20T12:00:00Z");
  }

  @Test
  void theKeyOfAnotherAuthorityIsRefused() throws IOException {
    authority(NOW);
    Files.writeString(directory.resolve("ca.key"), Pem.write(Certificates.newKeys().getPrivate()));
    assertRefused(NOW, "ca.pem: is not the certificate of " + directory.resolve("ca.key"));
  }

  @Test
  void aCertificateThatIsNoAuthorityIsRefused() throws IOException {
    KeyAndChain authority = authority(NOW);
    KeyAndChain leaf =
        Certificates.newLeaf(
            authority,
            Certificates.newKeys(),
            new LeafNames(List.of(), name -> false).namesOf("localhost"),
            NOW);
    Files.writeString(directory.resolve("ca.pem"), Pem.write(leaf.certificate()));
    Files.writeString(directory.resolve("ca.key"), Pem.write(leaf.key()));
    assertRefused(NOW, "ca.pem: is no CA's certificate");
  }

  @Test
  void aPlaceThatIsNoDirectoryIsNamed() throws IOException {
    Files.createDirectories(temp.resolve("deep"));
    Files.writeString(directory, "a file");
    assertThatThrownBy(() -> authority(NOW))
        .isInstanceOf(TlsException.class)
        .hasMessageStartingWith("https.directory " + directory + ": ");
  }

  private void assertRefused(Instant now, String message) {
    assertThatThrownBy(() -> authority(now))
        .isInstanceOf(TlsException.class)
        .hasMessageStartingWith(directory.toString())
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n")
        .hasMessageEndingWith("for a new CA that clients must trust anew");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
