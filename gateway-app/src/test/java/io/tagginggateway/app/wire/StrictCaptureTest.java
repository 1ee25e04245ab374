package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.Captures;
import io.tagginggateway.app.testing.Captures.Capture;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.SetClock;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request of every official client, byte for byte, in strict mode, at its own time. */
final class StrictCaptureTest {
  private static final SetClock CLOCK = new SetClock();

  @RegisterExtension
  static final GatewayExtension PERMANENT = strict("{ id: testid, secret: testsecret }");

  @RegisterExtension
  static final GatewayExtension TEMPORARY =
      strict("{ id: testid, secret: testsecret, securityToken: 'teststs/token+==' }");

  @RegisterExtension
  static final GatewayExtension STRANGE = strict("{ id: testid, secret: another }");

  private static GatewayExtension strict(String accessKey) {
    return new GatewayExtension()
        .set("auth.mode", "strict")
        .clock(CLOCK)
        .fixtures(
            "accounts: [{ id: '1234567890123456', accessKeys: ["
                + accessKey
                + "] }, { id: '2222222222222222', resources: ["
                + "{ product: VpcIpam, region: cn-hangzhou, type: IPAM, id: i }] }]");
  }

  static Stream<Capture> requests() {
    return Captures.all().stream().filter(capture -> !capture.isConnect());
  }

  private static GatewayExtension ofItsKey(Capture capture) {
    return capture.name().contains("-sts") ? TEMPORARY : PERMANENT;
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isAnsweredAsTheDialectsSayAndOnlyOnce(Capture capture) throws IOException {
    CLOCK.set(capture.time());
    GatewayExtension gateway = ofItsKey(capture);
    assertThat(gateway.ask(capture.raw()).outcome()).isEqualTo(CaptureAnswers.outcome(capture));
    assertThat(gateway.ask(capture.raw()).outcome()).isEqualTo("400 SignatureNonceUsed");
  }

  static Stream<Capture> ofOurProducts() {
    return requests().filter(capture -> !capture.name().contains("-Vpc-"));
  }

  @ParameterizedTest
  @MethodSource("ofOurProducts")
  void isRefusedUnderAnotherSecretOrTooLate(Capture capture) throws IOException {
    boolean temporary = capture.name().contains("-sts");
    CLOCK.set(capture.time());
    assertThat(STRANGE.ask(capture.raw()).outcome())
        .isEqualTo(
            temporary
                ? "400 InvalidSecurityToken.MismatchWithAccessKey"
                : "400 SignatureDoesNotMatch");
    CLOCK.set(capture.time().plus(Duration.ofMinutes(16)));
    assertThat(ofItsKey(capture).ask(capture.raw()).outcome())
        .isEqualTo("400 InvalidTimeStamp.Expired");
  }
}
