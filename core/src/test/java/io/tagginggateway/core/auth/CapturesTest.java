package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tagginggateway.core.auth.Captures.Capture;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.testing.Stages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the official clients sign is what the gateway verifies. */
class CapturesTest {

  @Test
  void everyCaptureIsSignedButThoseThatOpenATunnel() {
    assertThat(Captures.all()).hasSize(121);
    assertThat(Captures.signed()).hasSize(118);
    assertThat(Captures.all())
        .filteredOn(capture -> capture.raw().startsWith("CONNECT "))
        .extracting(Capture::name)
        .containsExactlyInAnyOrderElementsOf(Captures.WITHOUT_SIGNATURE);
  }

  @ParameterizedTest
  @MethodSource("io.tagginggateway.core.auth.Captures#signed")
  void aCaptureVerifiesOnce(Capture capture) {
    StrictAuthenticator authenticator = at(capture);
    Caller caller =
        Stages.join(authenticator.authenticate(RawHttp.parse(capture.raw()), capture.keys()));
    assertThat(caller).isEqualTo(new Caller("1234567890123456", "testid"));
    assertThat(code(authenticator, capture, capture.raw())).isEqualTo("SignatureNonceUsed");
  }

  @ParameterizedTest
  @MethodSource("changed")
  void aCaptureWithOneCharacterChangedDoesNotVerify(Capture capture, Change change) {
    String changed = change.applyTo(capture.raw());
    assertThat(changed).isNotEqualTo(capture.raw());
    assertThat(code(at(capture), capture, changed)).isEqualTo(change.code());
  }

  @ParameterizedTest
  @MethodSource("io.tagginggateway.core.auth.Captures#signed")
  void aCaptureWithOneMoreParameterDoesNotVerify(Capture capture) {
    String more = capture.raw().replaceFirst("/\\?", "/?Tag.9.Key=k&");
    assertThat(code(at(capture), capture, more)).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @MethodSource("acs3")
  void anAcs3CaptureWithAnotherBodyDoesNotVerify(Capture capture) {
    boolean chunked = capture.raw().contains("Transfer-Encoding: chunked");
    String more =
        chunked
            ? capture.raw().replaceFirst("0\r\n\r\n$", "1\r\nx\r\n0\r\n\r\n")
            : capture.raw() + "x";
    assertThat(RawHttp.parse(more).body()).hasSize(1);
    assertThat(code(at(capture), capture, more)).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeHasItsPlaceInSomeCapture(Change change) {
    assertThat(Captures.signed()).anyMatch(capture -> change.appliesTo(capture.raw()));
  }

  static Stream<Capture> acs3() {
    return Captures.signed().filter(Capture::isAcs3);
  }

  static Stream<Arguments> changed() {
    return Captures.signed()
        .flatMap(
            capture ->
                Arrays.stream(Change.values())
                    .filter(change -> change.appliesTo(capture.raw()))
                    .map(change -> Arguments.of(capture, change)));
  }

  private static StrictAuthenticator at(Capture capture) {
    return new StrictAuthenticator(Clock.fixed(capture.time(), ZoneOffset.UTC), new NonceMemory());
  }

  private static String code(StrictAuthenticator authenticator, Capture capture, String raw) {
    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () -> Stages.join(authenticator.authenticate(RawHttp.parse(raw), capture.keys())));
    assertThat(refused).as(raw).isNotNull();
    return refused.error().code();
  }
}
