package io.tagginggateway.app.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both samples of the originals over HTTP: the status line, every header, and the body's bytes. */
final class GoldenAnswerTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static final String ID =
      "[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}";

  @ParameterizedTest
  @CsvSource({
    "VpcIpam, list,  '',          JSON, 200 OK",
    "VpcIpam, list,  &Format=XML, XML,  200 OK",
    "VpcIpam, error, '',          JSON, 400 Bad Request",
    "VpcIpam, error, &Format=XML, XML,  400 Bad Request",
    "CloudAPI, list,  &Format=JSON, JSON, 200 OK",
    "CloudAPI, list,  '',           XML,  200 OK",
    "CloudAPI, error, &Format=JSON, JSON, 400 Bad Request",
    "CloudAPI, error, '',           XML,  400 Bad Request"
  })
  void isTheDocumentOfTheOriginal(
      String product, String document, String parameter, String format, String status)
      throws IOException {
    boolean vpc = product.equals("VpcIpam");
    String query = (vpc ? Http.VPC_DEMO : Http.API_DEMO) + parameter;
    if (document.equals("error")) {
      query = query.replaceFirst("ResourceType=[A-Za-z]+", "ResourceType=");
    }
    Instant before = Instant.now().minusSeconds(1);

    RawResponse answer = GATEWAY.ask(Http.get(vpc ? Http.VPC : Http.API, query));

    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 " + status);
    String id = answer.header("x-acs-request-id");
    assertThat(id).matches(ID);
    assertThat(answer.text())
        .isEqualTo(golden(product + "-" + document + "." + format).replace("REQUEST-ID", id));
    checkHeaders(answer, format, before);
  }

  private static void checkHeaders(RawResponse answer, String format, Instant before) {
    assertThat(answer.headers().keySet())
        .containsExactlyInAnyOrder(
            "access-control-allow-origin",
            "access-control-expose-headers",
            "content-length",
            "content-type",
            "date",
            "x-acs-request-id",
            "x-acs-trace-id");
    assertThat(answer.headers().values()).allMatch(values -> values.size() == 1);
    assertThat(answer.header("content-type"))
        .isEqualTo(
            format.equals("JSON") ? "application/json;charset=utf-8" : "text/xml;charset=utf-8");
    assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(answer.header("access-control-expose-headers")).isEqualTo("*");
    assertThat(answer.header("x-acs-trace-id")).matches("[0-9a-f]{32}");
    assertThat(
            ZonedDateTime.parse(answer.header("date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant())
        .isBetween(before, Instant.now());
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            GoldenAnswerTest.class.getResourceAsStream("/golden/" + name.toLowerCase(Locale.ROOT)),
            name)) {
      return new String(file.readAllBytes(), UTF_8).stripTrailing();
    }
  }
}
