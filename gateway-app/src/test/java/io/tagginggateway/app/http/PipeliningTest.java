package io.tagginggateway.app.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.TestGateway;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that begins behind the end of another one is answered, wherever the bytes are cut. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PipeliningTest {
  private static final String FIRST = request("GET", "&ResourceId.1=first") + "\r\n";
  private static final String SECOND =
      request("POST", "")
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n\r\n"
          + "ResourceId.1=a";

  private static String request(String method, String parameters) {
    return method
        + " /?"
        + TestGateway.ipam("ListTagResources", "&Format=JSON" + parameters)
        + " HTTP/1.1\r\nHost: vpcipam.localhost\r\n";
  }

  @Test
  void theRestOfARequestMayComeOnceTheOneBeforeItIsAnswered() throws IOException {
    try (TestGateway gateway = TestGateway.start();
        Socket socket = Wire.connect(gateway.port())) {
      for (int cut = 0; cut <= SECOND.length(); cut++) {
        String first = Wire.exchange(socket, FIRST + SECOND.substring(0, cut));
        assertThat(first).startsWith("HTTP/1.1 200 ");
        socket.getOutputStream().write(SECOND.substring(cut).getBytes(ISO_8859_1));
        assertThat(Wire.answer(socket)).as("cut at %d", cut).startsWith("HTTP/1.1 200 ");
      }
    }
  }
}
