package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that go away: nothing is logged as a warning, nothing leaks, and others are served. */
final class DisconnectTest {
  private static final int TIMES = 20;

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @AfterEach
  void othersAreServed() throws IOException {
    assertThat(GATEWAY.ask(Http.get(Http.VPC, Http.VPC_DEMO)).outcome()).isEqualTo("200");
  }

  @RepeatedTest(TIMES)
  void beforeSayingAnything() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.reset();
    }
  }

  @RepeatedTest(TIMES)
  void inTheMiddleOfTheHead() throws IOException {
    String request = Http.get(Http.VPC, Http.VPC_DEMO);
    try (RawClient client = GATEWAY.connect()) {
      client.send(request.substring(0, request.length() / 2));
    }
    try (RawClient client = GATEWAY.connect()) {
      client.send(request.substring(0, request.length() - 1));
      client.reset();
    }
  }

  @RepeatedTest(TIMES)
  void inTheMiddleOfTheBody() throws IOException {
    String request = Http.form(Http.VPC, "", Http.VPC_DEMO);
    try (RawClient client = GATEWAY.connect()) {
      client.send(request.substring(0, request.length() - 5));
    }
    try (RawClient client = GATEWAY.connect()) {
      client.send(request.substring(0, request.length() - 5));
      client.reset();
    }
    try (RawClient client = GATEWAY.connect()) {
      client.send("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
      client.reset();
    }
  }

  @RepeatedTest(TIMES)
  void inTheMiddleOfAnUploadToTheAdminApi() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.send(
          "PATCH /_gateway/state HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100\r\n\r\n{\"accounts\":");
      client.reset();
    }
    String after = Http.get("localhost", "").replace("GET /", "GET /_gateway/faults");
    assertThat(GATEWAY.ask(after).status()).isEqualTo(200);
  }

  @RepeatedTest(TIMES)
  void beforeAndInTheMiddleOfTheAnswer() throws IOException {
    String request = Http.get(Http.VPC, Http.VPC_DEMO);
    try (RawClient client = GATEWAY.connect()) {
      client.send(request);
      client.reset();
    }
    try (RawClient client = GATEWAY.connect()) {
      client.send(request.repeat(200));
      client.read();
      client.reset();
    }
  }

  @RepeatedTest(TIMES)
  void inTheMiddleOfATunnel() throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.send("CONNECT " + Http.VPC + ":443 HTTP/1.1\r\nHost: " + Http.VPC + "\r\n\r\n");
      client.reset();
    }
  }
}
