package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.RpcRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a V1 signature covers. */
class V1ProofTest {
  private static final String MISMATCH = "SignatureDoesNotMatch";

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a+b", "~*()'!", "é", "中文", "𝄞", "%41", "&=?#", "\u0000"})
  void anyValueIsSignedAsItsMeaning(String value) {
    assertThat(new Gate().pass(new V1Request().with("Tag.1.Value", value).request())).isNotNull();
  }

  @Test
  void howAValueIsEscapedOnTheWireDoesNotMatter() {
    String query = new V1Request().with("Tag.1.Value", "a ~*'()").query();
    assertThat(query).contains("Value=a%20~%2A%27%28%29");
    String other = query.replace("Value=a%20~%2A%27%28%29", "Value=a+%7e*'()");
    assertThat(new Gate().pass(V1Request.request(other, ""))).isNotNull();
  }

  @Test
  void aRepeatedNameIsSignedInTheOrderInWhichItCame() {
    String query = new V1Request().with("A", "1").query();
    assertThat(code(query + "&A=2", "")).isEqualTo(MISMATCH);
    assertThat(code("A=2&" + query, "")).isEqualTo(MISMATCH);
    String unsigned = query.replaceFirst("&Signature=.*", "");
    String text = new Gate().refuse(V1Request.request(query + "&A=2", "")).message();
    String toSign = text.substring(text.indexOf("GET&"));
    assertThat(toSign).startsWith("GET&%2F&A%3D1%26A%3D2%26AccessKeyId");
    String signature = "&Signature=" + Signer.encode(Signer.v1(toSign, "testsecret"));
    assertThat(new Gate().pass(V1Request.request(unsigned + "&A=2" + signature, ""))).isNotNull();
    assertThat(code("A=2&" + unsigned + signature, "")).isEqualTo(MISMATCH);
  }

  @Test
  void whatIsSaidTwiceMayBeSignedOnce() {
    String query = new V1Request().with("RegionId", "cn-hangzhou").query();
    assertThat(new Gate().pass(V1Request.request(query + "&RegionId=cn-hangzhou", ""))).isNotNull();
    assertThat(code(query + "&RegionId=cn-beijing", "")).isEqualTo(MISMATCH);
    assertThat(code("RegionId=cn-beijing&" + query, "")).isEqualTo(MISMATCH);
  }

  @Test
  void emptyValuesMayBeLeftOutOfWhatIsSigned() {
    String query = new V1Request().query();
    assertThat(new Gate().pass(V1Request.request(query + "&Tag.2.Value=&Tag.3.Value=", "")))
        .isNotNull();
    assertThat(new Gate().pass(new V1Request().with("Tag.2.Value", "").request())).isNotNull();
  }

  @Test
  void anEmptyValueMayNotHideOneThatIsSigned() {
    String query = new V1Request().with("TagKey.1", "env").query();
    assertThat(code("TagKey.1=&" + query, "")).isEqualTo(MISMATCH);
  }

  @Test
  void theMessageTellsTheStringWithItsEmptyValues() {
    String query = new V1Request().signedWith("other").with("Z", "").query();
    assertThat(new Gate().refuse(V1Request.request(query, "")).message()).endsWith("%26Z%3D");
  }

  @Test
  void aLongStringIsSignedWholeAndToldInPart() {
    String value = "中".repeat(100_000);
    assertThat(new Gate().pass(new V1Request().with("Z", value).request())).isNotNull();
    RpcRequest wrong = new V1Request().signedWith("other").with("Z", value).request();
    String told = new Gate().refuse(wrong).message();
    assertThat(told.substring(told.indexOf("GET&")))
        .hasSize(Proof.ECHOED + 3)
        .startsWith("GET&%2F&AccessKeyId%3D")
        .endsWith("...");
    assertThat(told).contains("%26Z%3D%25E4%25B8%25AD%25E4%25B8%25AD");
  }

  @Test
  void headersNextToParametersMeanNothing() {
    String headers = "x-acs-action: TagResources\r\nx-acs-version: 1\r\nx-acs-accesskey-id: x\r\n";
    assertThat(new Gate().pass(V1Request.request(new V1Request().query(), headers))).isNotNull();
  }

  @Test
  void aValueThatOnlyAHeaderBringsIsSignedAsItsParameter() {
    String query = new V1Request().query();
    String inHeader = query.replace("Action=ListTagResources&", "");
    assertThat(new Gate().pass(V1Request.request(inHeader, "x-acs-action: ListTagResources\r\n")))
        .isNotNull();
    assertThat(code(inHeader, "x-acs-action: TagResources\r\n")).isEqualTo(MISMATCH);
    assertThat(code(inHeader, "")).isEqualTo(MISMATCH);
  }

  @Test
  void keyAndTokenMayComeInHeaders() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("SecurityToken", Gate.TOKEN);
    String query =
        new V1Request().with("AccessKeyId", "sts").with("SecurityToken", Gate.TOKEN).query();
    String rest = query.replace("AccessKeyId=sts&", "").replace("&" + Signer.query(parameters), "");
    assertThat(rest).doesNotContain("sts", "SecurityToken");
    RpcRequest request =
        V1Request.request(
            rest, "x-acs-accesskey-id: sts\r\nx-acs-security-token: " + Gate.TOKEN + "\r\n");
    assertThat(new Gate().pass(request).accessKeyId()).isEqualTo("sts");
  }

  @Test
  void aThousandParametersAreSignedToo() {
    V1Request request = new V1Request();
    for (int i = 0; i < 900; i++) {
      request.with("P." + (i * 7919) % 900, "中".repeat(i % 50));
    }
    assertThat(new Gate().pass(request.request())).isNotNull();
  }

  @Test
  void anotherKindOfAuthorizationIsNoneOfOurs() {
    String query = new V1Request().query();
    assertThat(new Gate().pass(V1Request.request(query, "Authorization: Bearer x\r\n")))
        .isNotNull();
  }

  private static String code(String query, String headers) {
    return new Gate().refuse(V1Request.request(query, headers)).code();
  }
}
