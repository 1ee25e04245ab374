package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.RpcRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a request may come now, and again. */
class ReplayTest {
  private static final RpcRequest REQUEST = new V1Request().request();

  @ParameterizedTest
  @ValueSource(strings = {"PT-15M", "PT0S", "PT15M"})
  void theWindowIncludesBothItsEdges(Duration sinceSigned) {
    assertThat(new Gate().at(sinceSigned).pass(REQUEST).accessKeyId()).isEqualTo("testid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-15M-0.001S", "PT15M0.001S"})
  void aMillisecondBeyondAnEdgeIsTooMuch(Duration sinceSigned) {
    assertThat(new Gate().at(sinceSigned).refuse(REQUEST).code())
        .isEqualTo("InvalidTimeStamp.Expired");
  }

  @Test
  void aNonceIsRememberedThroughTheWindowAndForgottenAfterIt() {
    Gate gate = new Gate();
    gate.pass(REQUEST);
    RpcRequest later = new V1Request().with("Timestamp", "2026-11-23T15:15:00Z").request();
    assertThat(gate.at(Duration.ofMinutes(15)).refuse(later).code())
        .isEqualTo("SignatureNonceUsed");
    assertThat(gate.at(Duration.ofMinutes(15).plusMillis(1)).pass(later).accessKeyId())
        .isEqualTo("testid");
  }

  @Test
  void aRequestSignedAheadOfTimeCannotBeReplayedUntilItIsTooOld() {
    Gate gate = new Gate().at(Duration.ofMinutes(-15));
    gate.pass(REQUEST);
    assertThat(gate.at(Duration.ofMinutes(15)).refuse(REQUEST).code())
        .isEqualTo("SignatureNonceUsed");
    assertThat(gate.at(Duration.ofMinutes(16)).refuse(REQUEST).code())
        .isEqualTo("InvalidTimeStamp.Expired");
  }

  @Test
  void aRequestSignedLongAgoHoldsItsNonceForAWholeWindowToo() {
    Gate gate = new Gate().at(Duration.ofMinutes(15));
    gate.pass(REQUEST);
    RpcRequest later = new V1Request().with("Timestamp", "2026-11-23T15:30:00Z").request();
    assertThat(gate.at(Duration.ofMinutes(30)).refuse(later).code())
        .isEqualTo("SignatureNonceUsed");
  }

  @Test
  void aNonceCountsOnlyOnceItsSignatureWasRight() {
    Gate gate = new Gate();
    RpcRequest forged = new V1Request().signedWith("guess").request();
    assertThat(gate.refuse(forged).code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(gate.pass(REQUEST).accessKeyId()).isEqualTo("testid");
  }

  @Test
  void anotherKeyMayUseTheSameNonceAndBothSignaturesShareOneMemory() {
    Gate gate = new Gate();
    gate.pass(REQUEST);
    RpcRequest other = new V1Request().with("AccessKeyId", "other").request();
    assertThat(gate.pass(other).accessKeyId()).isEqualTo("other");
    assertThat(gate.refuse(new Acs3Request().request()).code()).isEqualTo("SignatureNonceUsed");
  }
}
