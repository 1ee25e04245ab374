package io.tagginggateway.app.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LeafCertificatesTest {
  private static final String AUTHORITY_KEY_ID = "2.5.29.35";
  private static final String SUBJECT_KEY_ID = "2.5.29.14";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final KeyAndChain AUTHORITY = Certificates.newAuthority(NOW);
  private static final LeafNames NAMES =
      new LeafNames(
          List.of("gateway.test", "10.1.2.3", "*.corp.example"),
          name -> name.startsWith("vpcipam."));

  private static LeafCertificates leaves(Instant now) {
    return new LeafCertificates(AUTHORITY, NAMES, Clock.fixed(now, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "vpcipam.cn-hangzhou.aliyuncs.com, vpcipam.cn-hangzhou.aliyuncs.com",
    "VPCIPAM.aliyuncs.com, vpcipam.aliyuncs.com",
    "anything.localhost, anything.localhost",
    "localhost, localhost",
    "gateway.test, localhost",
    "a.corp.example, a.corp.example",
    "a.b.corp.example, a.b.corp.example",
    "corp.example, localhost",
    "example.com, localhost",
    "'', localhost",
    ".localhost, localhost",
    "vpcipam..com, localhost",
    "'vpcipam.a b', localhost",
    "*.localhost, localhost",
  })
  void onlyNamesOfOursGetACertificateOfTheirOwn(String asked, String leaf) {
    assertThat(NAMES.leafOf(asked)).isEqualTo(leaf);
  }

  @Test
  void aLeafHoldsWhatStrictClientsAskFor() throws Exception {
    X509Certificate leaf = leaves(NOW).get("vpcipam.aliyuncs.com").certificate();

    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "vpcipam.aliyuncs.com"));
    assertThat(leaf.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
    assertThat(leaf.getKeyUsage()[0]).as("digitalSignature").isTrue();
    assertThat(leaf.getBasicConstraints()).isNegative();
    byte[] issuerId = AUTHORITY.certificate().getExtensionValue(SUBJECT_KEY_ID);
    byte[] authorityId = leaf.getExtensionValue(AUTHORITY_KEY_ID);
    assertThat(Arrays.copyOfRange(authorityId, authorityId.length - 20, authorityId.length))
        .isEqualTo(Arrays.copyOfRange(issuerId, issuerId.length - 20, issuerId.length));
    assertThat(leaf.getExtensionValue(SUBJECT_KEY_ID)).isNotNull();
    assertThat(leaf.getSerialNumber().signum()).isPositive();
    assertThat(Duration.between(leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
        .isLessThanOrEqualTo(Duration.ofDays(398));
    assertPathIsValid(leaf);
  }

  @Test
  void theDefaultHoldsLoopbackAndTheGatewaysOwnNames() throws Exception {
    X509Certificate leaf = leaves(NOW).get("localhost").certificate();
    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(
            List.of(2, "localhost"),
            List.of(2, "*.localhost"),
            List.of(7, "127.0.0.1"),
            List.of(7, "0:0:0:0:0:0:0:1"),
            List.of(2, "gateway.test"),
            List.of(2, "*.corp.example"),
            List.of(7, "10.1.2.3"));
    assertPathIsValid(leaf);
  }

  @Test
  void theAuthorityMayIssueLeavesAndNothingElse() {
    X509Certificate authority = AUTHORITY.certificate();
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(authority.getKeyUsage()[5]).as("keyCertSign").isTrue();
    assertThat(authority.getCriticalExtensionOIDs()).contains("2.5.29.19", "2.5.29.15");
  }

  @Test
  void aLeafEndsNoLaterThanItsAuthority() {
    Instant last = AUTHORITY.certificate().getNotAfter().toInstant();
    X509Certificate leaf = leaves(last.minus(Duration.ofDays(60))).get("localhost").certificate();
    assertThat(leaf.getNotAfter().toInstant()).isEqualTo(last);
  }

  @Test
  void aLeafIsMadeOnceAndAgainBeforeItExpires() {
    SteppingClock clock = new SteppingClock(NOW);
    LeafCertificates leaves = new LeafCertificates(AUTHORITY, NAMES, clock);
    KeyAndChain first = leaves.get("a.localhost");
    clock.now = NOW.plus(Duration.ofDays(300));
    assertThat(leaves.get("a.localhost")).isSameAs(first);
    clock.now = NOW.plus(Duration.ofDays(340));
    assertThat(leaves.get("a.localhost").certificate().getNotAfter())
        .isEqualTo(Date.from(clock.now.plus(Duration.ofDays(365))));
  }

  @Test
  void theirNumberIsBounded() {
    LeafCertificates leaves = leaves(NOW);
    KeyAndChain kept = leaves.get("kept.localhost");
    for (int i = 0; i < LeafCertificates.MAX + 50; i++) {
      leaves.get("n" + i + ".localhost");
      assertThat(leaves.get("kept.localhost")).isSameAs(kept);
    }
    assertThat(leaves.size()).isEqualTo(LeafCertificates.MAX);
  }

  private static void assertPathIsValid(X509Certificate leaf) throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(AUTHORITY.certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)), parameters);
  }

  private static final class SteppingClock extends Clock {
    private Instant now;

    SteppingClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
