package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.Captures;
import io.tagginggateway.app.testing.Captures.Capture;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request of every official client, byte for byte, in lenient mode. */
final class CaptureReplayTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  static Stream<Capture> requests() {
    return Captures.all().stream().filter(capture -> !capture.isConnect());
  }

  @Test
  void everyClientProductAndActionIsThere() {
    assertThat(Captures.all()).hasSize(121);
    assertThat(requests()).hasSize(118);
    for (String product : List.of("VpcIpam", "CloudAPI")) {
      for (String action : List.of("ListTagResources", "TagResources", "UntagResources")) {
        assertThat(requests().filter(capture -> capture.is(product, action)))
            .as(product + " " + action)
            .hasSizeGreaterThanOrEqualTo(7);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isAnsweredAsTheDialectsSay(Capture capture) throws IOException {
    RawResponse answer = GATEWAY.ask(capture.raw());
    assertThat(answer.outcome()).isEqualTo(CaptureAnswers.outcome(capture));
    assertThat(answer.format()).isEqualTo(CaptureAnswers.format(capture));
    assertThat(answer.parsed().field("RequestId")).isEqualTo(answer.header("x-acs-request-id"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void leavesTheConnectionReadyForTheNext(Capture capture) throws IOException {
    try (RawClient client = GATEWAY.connect()) {
      client.send(capture.raw() + capture.raw());
      RawResponse first = client.read();
      RawResponse second = client.read();
      assertThat(first.outcome()).isEqualTo(CaptureAnswers.outcome(capture));
      assertThat(second.outcome()).isEqualTo(CaptureAnswers.outcome(capture));
      assertThat(client.ask(capture.raw()).outcome()).isEqualTo(CaptureAnswers.outcome(capture));
    }
  }

  @Test
  void allOfThemPipelinedOnOneConnectionAreAnsweredInTheirOrder() throws IOException {
    List<Capture> captures = requests().toList();
    try (RawClient client = GATEWAY.connect()) {
      for (Capture capture : captures) {
        client.send(capture.raw());
      }
      for (Capture capture : captures) {
        RawResponse answer = client.read();
        assertThat(answer.outcome() + " " + answer.format())
            .as(capture.name())
            .isEqualTo(CaptureAnswers.outcome(capture) + " " + CaptureAnswers.format(capture));
      }
    }
  }
}
