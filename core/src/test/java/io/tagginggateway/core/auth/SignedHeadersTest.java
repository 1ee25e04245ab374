package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedHeadersTest {
  private static final String LISTED = "host;x-acs-action;x-acs-date;x-acs-version";

  private final RepeatedSignedHeaders seen = new RepeatedSignedHeaders();

  @ParameterizedTest
  @CsvSource({
    "host, host",
    "x-acs-date;Host, host;x-acs-date",
    "' b ;;A;a', ;a;a;b",
    "host;, host",
  })
  void namesAreSignedInOrderAndInLowerCase(String list, String signed) {
    assertThat(SignedHeaders.parse(list).joined()).isEqualTo(signed);
    assertThat(String.join(";", SignedHeaders.parse(list).names())).isEqualTo(signed);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', host;x-acs-action;x-acs-date;x-acs-version",
    "accept, '', host;x-acs-action;x-acs-date;x-acs-version",
    "x-acs-security-token, '', host;x-acs-action;x-acs-date;x-acs-security-token;x-acs-version",
    "content-type, '', host;x-acs-action;x-acs-date;x-acs-version",
    "content-type, body, content-type;host;x-acs-action;x-acs-date;x-acs-version",
  })
  void whatDecidesWhatARequestMeansCountsAsSigned(String sent, String body, String signed) {
    assertThat(seen.of(LISTED).with(request(sent, body)).joined()).isEqualTo(signed);
  }

  @Test
  void whatOneRequestBringsIsNotSignedByTheNext() {
    RpcRequest with = request("x-acs-security-token", "");
    String first = seen.of(LISTED).with(with).joined();
    assertThat(first).contains("x-acs-security-token");
    assertThat(seen.of(LISTED).with(request("", "")).joined()).isEqualTo(LISTED);
    assertThat(seen.of(LISTED).with(with).joined()).isEqualTo(first);
  }

  @Test
  void aListIsSortedOutAlikeHoweverManyCameBefore() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String list =
          random
              .ints(random.nextInt(random.nextInt(20) == 0 ? 200 : 4), 'a', 'e')
              .mapToObj(name -> (char) name + (random.nextBoolean() ? "X-Acs-Date" : " "))
              .collect(Collectors.joining(";"));
      assertThat(seen.of(list)).isEqualTo(SignedHeaders.parse(list));
    }
  }

  private static RpcRequest request(String header, String body) {
    Map<String, String> headers = Map.of(header, "sent");
    return new RpcRequest(
        "",
        "POST",
        "/",
        "h",
        headers::get,
        Parameters.EMPTY,
        Parameters.of(List.of()),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
