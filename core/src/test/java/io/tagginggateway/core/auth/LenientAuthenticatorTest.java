package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.testing.Stages;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which account a request sees that nobody asks for proof. */
class LenientAuthenticatorTest {
  private static final String DEFAULT = "1234567890123456";
  private static final AccessKeys KEYS =
      Gate.keys(Map.of("testid", new AccessKey("testid", "s", "declared", null, null, true)));

  private static Caller caller(boolean isolated, RpcRequest request) {
    return Stages.join(new LenientAuthenticator(DEFAULT, isolated).authenticate(request, KEYS));
  }

  @ParameterizedTest
  @CsvSource({
    "testid,            declared,         declared,         false",
    "unknown,           1234567890123456, unknown,          true",
    "9999888877776666,  9999888877776666, 9999888877776666, false",
    "999988887777666,   1234567890123456, 999988887777666,  true",
    "999988887777666x,  1234567890123456, 999988887777666x, true",
  })
  void anAccessKeyIdTellsTheAccount(String id, String shared, String isolated, boolean guest) {
    RpcRequest request = V1Request.request("AccessKeyId=" + id, "");
    assertThat(caller(false, request)).isEqualTo(new Caller(shared, id));
    assertThat(caller(true, request)).isEqualTo(new Caller(isolated, id, guest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%01", "LONG"})
  void aTextThatCannotBeAnAccountIsNoGuest(String id) {
    RpcRequest request =
        V1Request.request("AccessKeyId=" + id.replace("LONG", "x".repeat(129)), "");
    assertThat(caller(false, request).account()).isEqualTo(DEFAULT);
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> caller(true, request))
        .satisfies(e -> assertThat(e.error()).isEqualTo(GatewayErrors.ACCESS_KEY_NOT_FOUND));
  }

  @Test
  void whoNamesNoKeyIsTheDefaultAccount() {
    assertThat(new LenientAuthenticator(DEFAULT, true).strict()).isFalse();
    assertThat(caller(true, V1Request.request("", ""))).isEqualTo(new Caller(DEFAULT, null));
    assertThat(caller(true, V1Request.request("AccessKeyId=", "")))
        .isEqualTo(new Caller(DEFAULT, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AccessKeyId=a | Authorization: ACS3-HMAC-SHA256 Credential=b | a",
        "A=b           | Authorization: ACS3-HMAC-SHA256 Credential=b,Signature=c | b",
        "A=b           | Authorization: ACS3-HMAC-SHA256 Signature=c,Credential=b | b",
        "A=b           | Authorization: Bearer x | ",
        "A=b           | x-acs-accesskey-id: c | c",
      })
  void aKeyIsFoundWhereverAClientPutsIt(String query, String header, String id) {
    RpcRequest request = V1Request.request(query, header + "\r\n");
    assertThat(AccessKeyIds.of(request)).isEqualTo(id);
  }

  @Test
  void aKeyTellsNothingSecretOfItself() {
    AccessKey key = new AccessKey("id", "verysecret", "account", "token", null, true);
    assertThat(key).hasToString("AccessKey[id of account, disabled]");
    AccessKey enabled = new AccessKey("id", "verysecret", "account", "token", null, false);
    assertThat(enabled).hasToString("AccessKey[id of account]");
  }
}
