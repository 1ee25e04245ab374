package io.tagginggateway.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RpcRequestTest {

  @Test
  void aParameterWinsOverItsHeader() {
    RpcRequest request =
        request(
            "Action=a&Version=v&SecurityToken=t&ResourceType=IPAM",
            Map.of("x-acs-action", "A", "x-acs-version", "V", "x-acs-security-token", "T"));
    assertThat(request.action()).isEqualTo("a");
    assertThat(request.version()).isEqualTo("v");
    assertThat(request.securityToken()).isEqualTo("t");
    assertThat(request.parameter("ResourceType")).isEqualTo("IPAM");
  }

  @Test
  void aHeaderAloneWillDo() {
    RpcRequest request =
        request("", Map.of("x-acs-action", "A", "x-acs-version", "V", "x-acs-security-token", "T"));
    assertThat(request.action()).isEqualTo("A");
    assertThat(request.version()).isEqualTo("V");
    assertThat(request.securityToken()).isEqualTo("T");
  }

  @Test
  void nothingSentIsNull() {
    RpcRequest request = request("", Map.of());
    assertThat(request.action()).isNull();
    assertThat(request.version()).isNull();
    assertThat(request.securityToken()).isNull();
    assertThat(Headers.NONE.get("host")).isNull();
  }

  private static RpcRequest request(String query, Map<String, String> headers) {
    Parameters parameters = Parameters.parse(query);
    return new RpcRequest(
        "ID", "GET", "/", "localhost", headers::get, parameters, parameters, new byte[0]);
  }
}
