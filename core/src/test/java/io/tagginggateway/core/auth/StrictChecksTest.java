package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.error.ApiError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the gateway's error table that only a strict gateway has, with V1 requests. */
class StrictChecksTest {

  @Test
  void aCompleteRequestPassesAndTellsItsAccount() {
    assertThat(new Gate().pass(new V1Request().request()))
        .isEqualTo(new Caller("account", "testid"));
    assertThat(new StrictAuthenticator(null, new NonceMemory()).strict()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AccessKeyId",
        "Signature",
        "SignatureMethod",
        "SignatureVersion",
        "SignatureNonce",
        "Timestamp"
      })
  void whatASignatureNeedsIsMandatoryAndEmptyIsNotSent(String name) {
    ApiError expected =
        new ApiError("Missing" + name, 400, name + " is mandatory for this action.");
    assertThat(new Gate().refuse(new V1Request().without(name).request())).isEqualTo(expected);
    assertThat(new Gate().refuse(new V1Request().with(name, "").request())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SignatureMethod, HMAC-SHA256",
    "SignatureMethod, hmac-sha1",
    "SignatureVersion, 2.0",
    "SignatureVersion, 1",
  })
  void anotherMethodOrVersionIsAnInvalidSignatureMethod(String name, String value) {
    assertThat(new Gate().refuse(new V1Request().with(name, value).request()))
        .isEqualTo(
            new ApiError(
                "InvalidSignatureMethod", 400, "Specified signature method is not valid."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T15:00:00",
        "2026-11-23T15:00:00z",
        "2026-11-23 15:00:00Z",
        "2026-11-23T15:00:00.000Z",
        "2026-11-23T15:00:00+00:00",
        "2026-02-29T15:00:00Z",
        "2026-13-01T15:00:00Z",
        "2026-00-01T15:00:00Z",
        "2026-11-00T15:00:00Z",
        "2026-11-31T15:00:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T15:60:00Z",
        "2026-11-23T15:00:60Z",
        "+026-11-23T15:00:00Z",
        "２026-11-23T15:00:00Z",
        "Mon, 23 Nov 2026 15:00:00 GMT",
        "1795446000",
      })
  void aTimeOfAnotherShapeIsNotWellFormatted(String time) {
    assertThat(new Gate().refuse(new V1Request().with("Timestamp", time).request()))
        .isEqualTo(
            new ApiError(
                "InvalidTimeStamp.Format",
                400,
                "Specified time stamp or date value is not well formatted."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T14:44:59Z",
        "2026-11-23T15:15:01Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void aTimeOutsideTheWindowIsExpired(String time) {
    assertThat(new Gate().refuse(new V1Request().with("Timestamp", time).request()))
        .isEqualTo(
            new ApiError(
                "InvalidTimeStamp.Expired", 400, "Specified time stamp or date value is expired."));
  }

  @Test
  void aKeyThatNobodyDeclaredIsNotFound() {
    assertThat(new Gate().refuse(new V1Request().with("AccessKeyId", "TESTID").request()))
        .isEqualTo(
            new ApiError("InvalidAccessKeyId.NotFound", 404, "Specified access key is not found."));
  }

  @Test
  void aDisabledKeyIsInactive() {
    assertThat(new Gate().refuse(new V1Request().with("AccessKeyId", "off").request()))
        .isEqualTo(
            new ApiError("InvalidAccessKeyId.Inactive", 400, "Specified access key is disabled."));
  }

  @ParameterizedTest
  @CsvSource({
    "sts,    '',            Malformed,             is malformed.",
    "sts,    'token /+==',  Malformed,             is malformed.",
    "sts,    'tökén',       Malformed,             is malformed.",
    "testid, 'a\u007Fb',    Malformed,             is malformed.",
    "late,   'token/+==',   Expired,               is expired.",
    "late,   'token/+=',    MismatchWithAccessKey, mismatch with the AccessKey.",
    "sts,    'token/+=',    MismatchWithAccessKey, mismatch with the AccessKey.",
    "testid, 'token/+==',   MismatchWithAccessKey, mismatch with the AccessKey.",
  })
  void aTokenIsHeldAgainstTheOneOfItsKey(String id, String token, String code, String text) {
    V1Request request = new V1Request().with("AccessKeyId", id).with("SecurityToken", token);
    assertThat(new Gate().refuse(request.request()))
        .isEqualTo(
            new ApiError("InvalidSecurityToken." + code, 400, "Specified SecurityToken " + text));
  }

  @Test
  void aKeyWithATokenNeedsOne() {
    assertThat(new Gate().refuse(new V1Request().with("AccessKeyId", "sts").request()).code())
        .isEqualTo("InvalidSecurityToken.Malformed");
  }

  @Test
  void theRightTokenPassesUpToItsLastMillisecondAndAnEmptyOneIsNone() {
    V1Request sts = new V1Request().with("AccessKeyId", "sts").with("SecurityToken", Gate.TOKEN);
    assertThat(new Gate().pass(sts.request()).accessKeyId()).isEqualTo("sts");
    assertThat(new Gate().pass(new V1Request().with("SecurityToken", "").request()).accessKeyId())
        .isEqualTo("testid");
  }

  @Test
  void anotherSecretDoesNotMatchAndTheMessageTellsWhatToSign() {
    ApiError refused = new Gate().refuse(new V1Request().signedWith("other").request());
    assertThat(refused)
        .isEqualTo(
            new ApiError(
                "SignatureDoesNotMatch",
                400,
                "Specified signature is not matched with our calculation. server string to sign is:"
                    + "GET&%2F&AccessKeyId%3Dtestid%26Action%3DListTagResources%26ResourceId.1%3D"
                    + "a%252Bb%252Fc%253Dd~e%252Af%2527%2528%25E4%25B8%25AD%2529"
                    + "%25F0%259D%2584%259E%25C3%25A9%2520%2526%26SignatureMethod%3DHMAC-SHA1"
                    + "%26SignatureNonce%3Dnonce%26SignatureVersion%3D1.0"
                    + "%26Timestamp%3D2026-11-23T15%253A00%253A00Z%26Version%3D2016-07-14"));
    assertThat(refused.message()).doesNotContain("testsecret");
  }

  @Test
  void aNonceThatWasUsedIsRefused() {
    Gate gate = new Gate();
    gate.pass(new V1Request().request());
    assertThat(gate.refuse(new V1Request().request()))
        .isEqualTo(
            new ApiError("SignatureNonceUsed", 400, "Specified signature nonce was used already."));
  }

  @Test
  void theChecksComeInTheOrderOfTheTable() {
    Gate gate = new Gate();
    gate.pass(
        new V1Request().with("AccessKeyId", "sts").with("SecurityToken", Gate.TOKEN).request());
    V1Request request = new V1Request().with("SecurityToken", "x").signedWith("wrong");
    List<String> names =
        List.of(
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "Timestamp");
    names.forEach(request::without);
    List<String> values = List.of("unknown", "wrong", "HMAC-MD5", "1.0", "nonce", "yesterday");
    for (int i = 0; i < names.size(); i++) {
      assertThat(gate.refuse(request.request()).code()).isEqualTo("Missing" + names.get(i));
      request.with(names.get(i), values.get(i));
    }
    assertNext(gate, request, "InvalidSignatureMethod", "SignatureMethod", "HMAC-SHA1");
    assertNext(gate, request, "InvalidTimeStamp.Format", "Timestamp", "2025-11-23T15:00:00Z");
    assertNext(gate, request, "InvalidTimeStamp.Expired", "Timestamp", V1Request.TIME);
    assertNext(gate, request, "InvalidAccessKeyId.NotFound", "AccessKeyId", "offlate");
    assertNext(gate, request, "InvalidAccessKeyId.Inactive", "AccessKeyId", "sts");
    assertNext(
        gate, request, "InvalidSecurityToken.MismatchWithAccessKey", "SecurityToken", Gate.TOKEN);
    assertThat(gate.refuse(request.request()).code()).isEqualTo("SignatureDoesNotMatch");
    V1Request again = new V1Request().with("AccessKeyId", "sts").with("SecurityToken", Gate.TOKEN);
    assertThat(gate.refuse(again.request()).code()).isEqualTo("SignatureNonceUsed");
  }

  private static void assertNext(
      Gate gate, V1Request request, String code, String mended, String value) {
    assertThat(gate.refuse(request.request()).code()).isEqualTo(code);
    request.with(mended, value);
  }
}
