package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile admin requests: each is answered by a problem document, and none reaches the log. */
final class AdminErrorsTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          400, GET,    /_gateway/%zz
          400, GET,    /_gateway/%
          400, GET,    /_gateway/%e
          400, GET,    /_gateway/state/%zz
          400, GET,    /_gateway/health/%zz
          400, GET,    /_gateway/metrics/%zz
          400, DELETE, /_gateway/faults/%zz
          400, POST,   /_gateway/%zz
          400, GET,    /_gateway/state?account=%zz
          400, GET,    /_gateway/state?%zz=1
          400, GET,    /_gateway/requests?limit=%zz
          400, GET,    /_gateway/requests?limit=x
          400, GET,    /_gateway/requests?limit=-1
          400, GET,    /_gateway/requests?nothing=1
          404, GET,    /_gateway/nothing
          404, GET,    /_gateway/%00
          404, GET,    /_gateway/%ff%fe
          404, GET,    /_gateway/state/../state/x
          404, GET,    /_gateway/..;/state
          404, DELETE, /_gateway/faults/%2f
          404, DELETE, /_gateway/faults/none
          405, DELETE, /_gateway/state
          405, BREW,   /_gateway/state
          405, GET,    /_gateway/reset
          """)
  void aBadRequestIsAProblem(int status, String method, String target) throws IOException {
    RawResponse answer =
        GATEWAY.ask(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    isProblem(answer, status);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          400, PUT,   /_gateway/state,  application/json, {
          400, PUT,   /_gateway/state,  application/json, [1]
          400, PUT,   /_gateway/state,  application/json, {"accounts": 1}
          400, PUT,   /_gateway/state,  application/yaml, "\t- ]"
          415, PUT,   /_gateway/state,  text/html,        <x>
          400, PATCH, /_gateway/state,  application/json, "\u0000"
          400, POST,  /_gateway/faults, application/json, {
          400, POST,  /_gateway/faults, application/json, null
          400, POST,  /_gateway/faults, application/json, {"fault": {"type": "none"}}
          """)
  void aBadBodyIsAProblem(int status, String method, String path, String type, String body)
      throws IOException {
    String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type;
    try (RawClient client = GATEWAY.connect()) {
      isProblem(
          client.ask(head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body), status);
    }
  }

  private static void isProblem(RawResponse answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(new JsonObject(answer.text()).getInteger("status")).isEqualTo(status);
    assertThat(answer.text()).doesNotContain("Exception", "\tat ");
  }
}
