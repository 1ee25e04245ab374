package io.tagginggateway.app.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of {@code http/cases.txt}: each request, its answer, and whether the connection stays.
 */
final class HttpToTheLetterTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static final String LIST =
      "Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=a";
  private static final String HOST = "Host: " + Http.VPC + "\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String SMUGGLED = "GET /?Action=Smuggled HTTP/1.1\r\n" + HOST + "\r\n";
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

  /** A line of the table. */
  record Case(int status, boolean stays, String request) {
    static Case of(String line) {
      String[] parts = line.split(" +", 3);
      return new Case(Integer.parseInt(parts[0]), parts[1].equals("stays"), parts[2]);
    }

    String bytes() {
      String text =
          request
              .replace("{H}", HOST)
              .replace("{F}", FORM)
              .replace("{L}", LIST)
              .replace("{S}", SMUGGLED)
              .replace("\\r", "\r")
              .replace("\\n", "\n")
              .replace("\\t", "\t")
              .replace("\\0", "\0");
      return BYTE.matcher(text)
          .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    @Override
    public String toString() {
      return request;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream table = HttpToTheLetterTest.class.getResourceAsStream("/http/cases.txt")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Case::of);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyRequestIsReadAsItIsMeantOrNotAtAll(Case one) throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.sendAsMuchAsItTakes(one.bytes());
      RawResponse answer = client.read();
      assertThat(answer.status()).as(answer.text()).isEqualTo(one.status());
      if (one.stays()) {
        assertThat(client.ask(Http.get(Http.VPC, LIST)).outcome()).isEqualTo("200");
      } else {
        assertThat(client.ended()).as("the connection ends").isTrue();
      }
    }
  }
}
