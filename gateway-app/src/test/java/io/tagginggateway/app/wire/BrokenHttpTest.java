package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no good HTTP: an answer in the dialect, then the end of the connection. */
final class BrokenHttpTest {
  private static final String LIST =
      "Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=a";
  private static final String HOST = "\r\nHost: " + Http.VPC + "\r\n";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static void isRefused(String request, String outcome) throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.sendAsMuchAsItTakes(request);
      RawResponse answer = client.read();
      assertThat(answer.outcome()).isEqualTo(outcome);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(answer.parsed().field("RequestId")).isEqualTo(answer.header("x-acs-request-id"));
      assertThat(answer.text()).doesNotContain("Exception", "io.netty", "\tat ");
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aLineOverTheLimitIsRefused() throws IOException {
    String padding = "&p=" + "x".repeat(200 * 1024);
    isRefused(Http.get(Http.VPC, LIST + padding), "414 RequestURITooLong");
    isRefused(Http.get(Http.VPC, LIST + "&p=" + "x".repeat(5 << 20)), "414 RequestURITooLong");
  }

  @Test
  void headersOverTheLimitAreRefused() throws IOException {
    String one = "X-Long: " + "x".repeat(70 * 1024);
    isRefused(Http.get(Http.VPC, LIST, one), "431 RequestHeaderTooLarge");
    String many = "X-A: a\r\n".repeat(20_000) + "X-B: b";
    isRefused(Http.get(Http.VPC, LIST, many), "431 RequestHeaderTooLarge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
        "garbage\r\n\r\n",
        "GET\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/1.1 more\r\nHost: a\r\n\r\n",
        "GET / HTTP/x\r\nHost: a\r\n\r\n",
        "G\u0000T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nBad\u0000Name: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nName: b\u0000c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nNo colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 2\r\n\r\nab",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"
      })
  void whatIsNoHttpIsRefused(String bytes) throws IOException {
    isRefused(bytes, "400 BadRequest");
  }

  /** The HTTP layer's own answer, which no handler sees. */
  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.0", "HTTP/3.7"})
  void anotherProtocolIsNotImplemented(String protocol) throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      assertThat(client.ask("GET /?" + LIST + " " + protocol + HOST + "\r\n").status())
          .isEqualTo(501);
      assertThat(client.ended()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zz\r\n", "-1\r\n", "\r\n", "5;\u0000\r\nabcde0\r\n\r\n", "fffffffffffffffff\r\n"})
  void aBadChunkSizeIsRefused(String chunk) throws IOException {
    isRefused(
        "POST /?" + LIST + " HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunk,
        "400 BadRequest");
  }

  @Test
  void aBodyOverTheLimitIsRefusedAndTheClientCanReadIt() throws IOException {
    String head = "POST /?Format=JSON HTTP/1.1" + HOST;
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    int size = 8 << 20;
    String outcome = "413 RequestEntityTooLarge";
    isRefused(head + form + "Content-Length: " + size + "\r\n\r\n" + "x".repeat(size), outcome);
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    isRefused(
        head + form + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(128) + "0\r\n\r\n",
        outcome);
  }

  @Test
  void aLengthOverTheLimitIsRefusedBeforeAnythingIsSent() throws IOException {
    String head = "POST /?Format=JSON HTTP/1.1" + HOST + "Content-Length: ";
    isRefused(head + (1024 * 1024 + 1) + "\r\n\r\n", "413 RequestEntityTooLarge");
    isRefused(head + "99999999999\r\n\r\n", "413 RequestEntityTooLarge");
  }

  @Test
  void aFormOfTheLimitIsRead() throws IOException {
    String form = "ResourceId.2=b&p=";
    form += "x".repeat(1024 * 1024 - form.length());
    assertThat(GATEWAY.ask(Http.form(Http.VPC, LIST, form)).outcome()).isEqualTo("200");
  }

  @Test
  void aClientThatWaitsIsToldToContinue() throws IOException {
    String request = Http.form(Http.VPC, LIST, "ResourceId.2=b", "Expect: 100-continue");
    int body = request.indexOf("\r\n\r\n") + "\r\n\r\n".length();
    try (RawClient client = GATEWAY.connect()) {
      client.send(request.substring(0, body));
      assertThat(client.readHead().statusLine()).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(client.ask(request.substring(body)).outcome()).isEqualTo("200");
    }
  }

  @Test
  void aRequestThatComesByteByByteIsAnswered() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      String request = Http.form(Http.VPC, "", LIST);
      for (int i = 0; i < request.length(); i++) {
        client.send(request.substring(i, i + 1));
      }
      assertThat(client.read().outcome()).isEqualTo("200");
    }
  }

  @ParameterizedTest
  @CsvSource({"HTTP/1.0, true", "HTTP/1.1, false"})
  void theConnectionStaysAsTheVersionOfHttpSays(String version, boolean ends) throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      String request = "GET /?" + LIST + " " + version + HOST + "\r\n";
      assertThat(client.ask(request).outcome()).isEqualTo("200");
      if (ends) {
        assertThat(client.ended()).isTrue();
      } else {
        assertThat(client.ask(request).outcome()).isEqualTo("200");
      }
    }
  }

  @Test
  void chunkedAndALengthTogetherAreOneRequest() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.send(
          "POST /?"
              + LIST
              + " HTTP/1.1"
              + HOST
              + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
              + Http.get(Http.VPC, "Action=Next"));
      assertThat(client.read().outcome()).isIn("200", "400 BadRequest");
      assertThat(client.ended() || client.read().outcome().startsWith("404")).isTrue();
    }
  }
}
