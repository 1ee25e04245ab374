package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.error.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict checks with ACS3 requests, and what their signature covers. */
class Acs3ProofTest {
  private static final String ACS3 = "ACS3-HMAC-SHA256";
  private static final String MISMATCH = "SignatureDoesNotMatch";

  @Test
  void aCompleteRequestPassesAndTellsItsAccount() {
    assertThat(new Gate().pass(new Acs3Request().request()))
        .isEqualTo(new Caller("account", "testid"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACS3-HMAC-SHA256 Signature={signature}, SignedHeaders={names}, Credential=testid",
        "ACS3-HMAC-SHA256  Credential=testid ,Signature={signature},SignedHeaders={names}",
        "ACS3-HMAC-SHA256 New=1,,Credential=testid,SignedHeaders={names},Signature={signature},",
        "ACS3-HMAC-SHA256 Credential=testid,Credential=off,SignedHeaders={names},"
            + "Signature={signature},Signature=0"
      })
  void thePartsOfAuthorizationComeInAnyOrder(String authorization) {
    assertThat(new Gate().pass(new Acs3Request().authorizedBy(authorization).request()))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACS3-HMAC-SHA256                                                      | AccessKeyId",
        "ACS3-HMAC-SHA256 Credential=,SignedHeaders={names},Signature=0        | AccessKeyId",
        "ACS3-HMAC-SHA256 SignedHeaders={names},Signature={signature}          | AccessKeyId",
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders={names}              | Signature",
        "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders={names},Signature=   | Signature",
        "ACS3-HMAC-SHA256 Credential=testid,Signature={signature}              | Signature",
      })
  void whatAuthorizationMustNameIsMandatory(String authorization, String missing) {
    assertThat(new Gate().refuse(new Acs3Request().authorizedBy(authorization).request()))
        .isEqualTo(
            new ApiError("Missing" + missing, 400, missing + " is mandatory for this action."));
  }

  @ParameterizedTest
  @CsvSource({
    "x-acs-content-sha256,  MissingSignature",
    "x-acs-signature-nonce, MissingSignatureNonce",
    "x-acs-date,            MissingTimestamp",
  })
  void theHeadersOfASignatureAreMandatory(String header, String code) {
    Acs3Request absent = new Acs3Request().without(header);
    Acs3Request blank = new Acs3Request().signing(header, "");
    assertThat(new Gate().refuse(absent.request()).code()).isEqualTo(code);
    assertThat(new Gate().refuse(blank.request()).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACS3-RSA-SHA256", "ACS3-HMAC-SM3", "ACS3-hmac-sha256"})
  void anotherAlgorithmIsAnInvalidSignatureMethod(String algorithm) {
    Acs3Request request = new Acs3Request();
    request.authorizedBy(request.authorization.replace(ACS3, algorithm));
    assertThat(new Gate().refuse(request.request()).code()).isEqualTo("InvalidSignatureMethod");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23 15:00:00,  InvalidTimeStamp.Format",
    "2026-11-23T14:44:59Z, InvalidTimeStamp.Expired",
    "2026-11-23T15:15:01Z, InvalidTimeStamp.Expired",
  })
  void theDateIsCheckedAsATimestampIs(String date, String code) {
    assertThat(new Gate().refuse(new Acs3Request().signing("x-acs-date", date).request()).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, '',          InvalidAccessKeyId.NotFound",
    "off,    '',          InvalidAccessKeyId.Inactive",
    "sts,    '',          InvalidSecurityToken.Malformed",
    "sts,    'to ken',    InvalidSecurityToken.Malformed",
    "late,   'token/+==', InvalidSecurityToken.Expired",
    "sts,    'other',     InvalidSecurityToken.MismatchWithAccessKey",
    "testid, 'token/+==', InvalidSecurityToken.MismatchWithAccessKey",
  })
  void keyAndTokenAreCheckedAsWithV1(String id, String token, String code) {
    Acs3Request request = new Acs3Request().signing("x-acs-security-token", token);
    request.authorizedBy(request.authorization.replace("testid", id));
    assertThat(new Gate().refuse(request.request()).code()).isEqualTo(code);
  }

  @Test
  void aTokenInItsHeaderPasses() {
    Acs3Request request = new Acs3Request().signing("x-acs-security-token", Gate.TOKEN);
    request.authorizedBy(request.authorization.replace("testid", "sts"));
    assertThat(new Gate().pass(request.request()).accessKeyId()).isEqualTo("sts");
  }

  @Test
  void anotherSecretDoesNotMatchAndTheMessageTellsWhatToSign() {
    ApiError refused = new Gate().refuse(new Acs3Request().signedWith("other").request());
    assertThat(refused.code()).isEqualTo(MISMATCH);
    assertThat(refused.message())
        .matches(
            "Specified signature is not matched with our calculation\\. "
                + "server string to sign is:ACS3-HMAC-SHA256\n[0-9a-f]{64}");
  }

  @Test
  void aFormIsSignedByItsHash() {
    Acs3Request request = new Acs3Request().form("Tag.1.Key=a+b&Tag.1.Value=");
    assertThat(request.request().parameter("Tag.1.Key")).isEqualTo("a b");
    assertThat(new Gate().pass(request.request())).isNotNull();
    request.signing("x-acs-content-sha256", Signer.sha256(""));
    assertThat(new Gate().refuse(request.request()).code()).isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "application/x-www-form-urlencoded"})
  void theTypeOfABodyDecidesWhatItMeansAndMustBeSigned(String type) {
    Acs3Request untyped = new Acs3Request().form("TagKey.1=owner").without("content-type");
    assertThat(new Gate().pass(untyped.request())).isNotNull();
    Acs3Request typedOnTheWay = untyped.unsigning("content-type", type);
    assertThat(new Gate().refuse(typedOnTheWay.request()).code()).isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", ""})
  void aFormThatIsTurnedIntoSomethingElseDoesNotMatch(String type) {
    Acs3Request request = new Acs3Request().form("TagKey.1=owner");
    request.unsigned.put("content-type", type);
    assertThat(new Gate().refuse(request.request()).code()).isEqualTo(MISMATCH);
  }

  @Test
  void withoutABodyATypeMeansNothingAndNeedsNoSignature() {
    Acs3Request request = new Acs3Request();
    request.unsigning("content-type", "application/x-www-form-urlencoded");
    assertThat(new Gate().pass(request.request())).isNotNull();
  }

  @Test
  void theHashOfTheBodyNeedsNoOtherSignature() {
    Acs3Request request = new Acs3Request();
    request.unsigning("x-acs-content-sha256", Signer.sha256(""));
    assertThat(new Gate().pass(request.request())).isNotNull();
    request.unsigning("x-acs-content-sha256", Signer.sha256("x"));
    assertThat(new Gate().refuse(request.request()).code()).isEqualTo(MISMATCH);
  }

  @Test
  void whichOtherHeadersAreSignedIsTheClientsChoice() {
    Acs3Request less = new Acs3Request().unsigning("host", "localhost");
    Acs3Request more = new Acs3Request().signing("user-agent", "x").signing("accept", "*/*");
    assertThat(new Gate().pass(less.unsigning("user-agent", "y").request())).isNotNull();
    assertThat(new Gate().pass(more.request())).isNotNull();
  }

  @Test
  void namesOfSignedHeadersMayComeInAnyCaseAndOrder() {
    String names =
        "X-Acs-Version;x-acs-date;Host;x-acs-signature-nonce;x-acs-content-sha256;x-acs-action";
    Acs3Request request = new Acs3Request();
    request.authorizedBy(request.authorization.replace("{names}", names));
    assertThat(new Gate().pass(request.request())).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "x-acs-action,          ListTagResources",
    "x-acs-version,         2016-07-14",
    "x-acs-date,            2026-11-23T15:00:00Z",
    "x-acs-signature-nonce, nonce",
  })
  void aHeaderThatTakesEffectMustBeSigned(String header, String value) {
    assertThat(new Gate().refuse(new Acs3Request().unsigning(header, value).request()).code())
        .isEqualTo(MISMATCH);
  }

  @Test
  void aSignedHeaderThatDidNotComeIsSignedAsEmpty() {
    Acs3Request request = new Acs3Request().signing("x-acs-new", "");
    request.authorizedBy(request.authorization.replace("{names}", "x-acs-new;{names}"));
    assertThat(new Gate().refuse(request.request()).code()).isEqualTo(MISMATCH);
    Acs3Request absent = new Acs3Request().signing("x-acs-new", "");
    assertThat(new Gate().pass(absent.request())).isNotNull();
  }
}
