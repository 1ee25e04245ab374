package io.tagginggateway.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.testkit.TaggingGateway;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a gateway that runs, as one in a container would. */
final class RemoteGatewayTest {
  private static final String TOKEN = "open-sesame";

  @RegisterExtension
  static final TaggingGateway SERVING = TaggingGateway.empty().option("admin.token", TOKEN);

  private RemoteGateway gateway;

  @BeforeEach
  void reach() {
    gateway = new RemoteGateway(SERVING.url("CloudAPI"), TOKEN);
  }

  @Test
  void whatIsPutIsListedUntilTheReset() throws Exception {
    gateway.put("CloudAPI", "apiGroup", "orders", Map.of("team", "shop"));
    assertThat(list()).contains("shop");
    assertThat(gateway.tags("CloudAPI", "apiGroup", "orders"))
        .containsExactly(Map.entry("team", "shop"));
    assertThat(gateway.region("cn-qingdao").tags("CloudAPI", "apiGroup", "orders")).isEmpty();
    assertThat(gateway.account("6543210987654321").tags("CloudAPI", "apiGroup", "orders"))
        .isEmpty();
    gateway.reset();
    assertThat(list()).doesNotContain("shop");
  }

  @Test
  void faultsSpoilAsManyRequestsAsSaid() throws Exception {
    gateway.fail("CloudAPI", "Throttling.User", 2);
    assertThat(List.of(list(), list())).allMatch(body -> body.contains("Throttling.User"));
    assertThat(list()).doesNotContain("Throttling");
    gateway.verify(2, Map.of("code", "Throttling.User"));
    assertThat(gateway.requests(Map.of("product", "CloudAPI")))
        .extracting(AskedRequest::code)
        .containsExactly("Throttling.User", "Throttling.User", null);
  }

  @Test
  void aFailedVerificationTellsTheClosestRequests() throws Exception {
    list();
    assertThatThrownBy(() -> gateway.verify(1, Map.of("ResourceId.1", "order")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("got 0")
        .hasMessageContaining(
            "\n    - parameters.ResourceId.1: order\n    + parameters.ResourceId.1: orders");
    assertThatThrownBy(() -> gateway.verify(0, Map.of("action", "ListTagResource")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean ListTagResources?");
  }

  @Test
  void whatItRefusesIsSaidWithItsReason() {
    assertThatThrownBy(() -> gateway.fail("CloudAPI", "Throttling.Usr", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("400")
        .hasMessageContaining("/fault/code");
    assertThatThrownBy(() -> new RemoteGateway(SERVING.url("CloudAPI"), "wrong").reset())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("401");
  }

  @Test
  @WithRemoteGateway(url = "http://127.0.0.1:1", adminToken = "x")
  void testMayHaveItAsAParameter(RemoteGateway other) {
    assertThatThrownBy(other::reset).isInstanceOf(UncheckedIOException.class);
  }

  private static String list() throws Exception {
    URI uri =
        URI.create(
            SERVING.url("CloudAPI")
                + "/?Action=ListTagResources&Version=2016-07-14&Format=JSON&ResourceType=apiGroup"
                + "&ResourceId.1=orders");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
