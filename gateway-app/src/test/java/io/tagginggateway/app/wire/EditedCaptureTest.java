package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.AnswerBody.Row;
import io.tagginggateway.app.testing.Captures;
import io.tagginggateway.app.testing.Captures.Capture;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The captures with a legal key, no token and ids of their own, so that they do something. */
final class EditedCaptureTest {
  private static final String ODD = "a+b/c=d~e*f'(中)";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .fixtures(
              """
              accounts:
                - id: "1234567890123456"
                  resources:
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-aaa,
                        tags: { env: prod, owner: "a+b/c=d~e*f'(中)", more: m } }
                    - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-bbb,
                        tags: { env: prod, owner: nobody } }
                    - { product: VpcIpam, region: cn-qingdao, type: IPAM, id: ipam-aaa,
                        tags: { env: prod, owner: "a+b/c=d~e*f'(中)", region: wrong } }
                    - { product: CloudAPI, region: cn-qingdao, type: apiGroup, id: grp-aaa,
                        tags: { env: prod, owner: "a+b/c=d~e*f'(中)", more: m } }
                    - { product: CloudAPI, region: cn-qingdao, type: apiGroup, id: grp-bbb,
                        tags: { env: prod, owner: nobody } }
                    - { product: CloudAPI, region: cn-hangzhou, type: apiGroup, id: grp-aaa,
                        tags: { env: prod, owner: "a+b/c=d~e*f'(中)", more: m } }
                    - { product: CloudAPI, region: cn-hangzhou, type: apiGroup, id: grp-bbb,
                        tags: { env: prod, owner: nobody } }
              """);

  /** The lists that filter; the key is written as {@code own+er} and {@code own%20er}. */
  static Stream<Capture> lists() {
    return Captures.all().stream()
        .filter(
            capture ->
                (capture.is("VpcIpam", "List") || capture.is("CloudAPI", "List"))
                    && !capture.name().endsWith("-generic"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListReturnsTheRowsThatMatchAndNoOthers(Capture capture) throws IOException {
    String edited =
        capture.edited(
            raw ->
                raw.replaceFirst("own(%20|\\+)er", "owner")
                    .replaceFirst("NextToken=[^& ]*", "NextToken="));
    boolean vpc = capture.name().contains("-VpcIpam-");
    String id = vpc ? "ipam-aaa" : "grp-aaa";
    String type = vpc ? "IPAM" : "apiGroup";
    RawResponse answer = GATEWAY.ask(edited);
    assertThat(answer.outcome()).isEqualTo("200");
    assertThat(rows(capture, answer))
        .containsExactly(new Row(id, type, "env", "prod"), new Row(id, type, "owner", ODD));
    assertThat(answer.parsed().field("NextToken")).isEqualTo(vpc ? "" : "-1");
  }

  @Test
  void aGenericCallReturnsAllTagsOfItsResources() throws IOException {
    Capture capture = Captures.named("java-tea-VpcIpam-ListTagResources-generic");
    assertThat(rows(capture, GATEWAY.ask(capture.raw())))
        .extracting(Row::key)
        .containsExactly("env", "more", "owner", "env", "owner");
  }

  static Stream<Arguments> pairs() {
    return Captures.all().stream()
        .filter(capture -> capture.name().contains("-TagResources"))
        .map(
            tag ->
                Arguments.of(
                    tag, Captures.named(tag.name().replace("-TagResources", "-UntagResources"))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void whatTagResourcesAddsIsListedUntilUntagResourcesRemovesIt(Capture tag, Capture untag)
      throws IOException {
    UnaryOperator<String> own = raw -> raw.replaceAll("-(aaa|bbb)", "-$1-" + tag.name());
    boolean vpc = tag.name().contains("-VpcIpam-");
    String type = vpc ? "IPAM" : "apiGroup";
    String prefix = vpc ? "ipam-" : "grp-";
    Row[] before = new Row[4];
    for (int i = 0; i < 4; i++) {
      String id = prefix + (i < 2 ? "aaa-" : "bbb-") + tag.name();
      before[i] = i % 2 == 0 ? new Row(id, type, "empty", "") : new Row(id, type, "env", "prod");
    }

    assertThat(GATEWAY.ask(tag.edited(own)).outcome()).isEqualTo("200");
    String extra = tag.edited(raw -> own.apply(raw).replaceFirst("Key=env", "Key=kept"));
    assertThat(list(tag, prefix)).containsExactly(before);
    assertThat(GATEWAY.ask(extra).outcome()).isEqualTo("200");
    assertThat(GATEWAY.ask(untag.edited(own)).outcome()).isEqualTo("200");
    assertThat(list(tag, prefix)).as("All is ignored").extracting(Row::key).containsOnly("kept");
  }

  private static List<Row> list(Capture capture, String prefix) throws IOException {
    boolean vpc = capture.name().contains("-VpcIpam-");
    boolean namesRegion = capture.raw().contains("RegionId=");
    String region = vpc || !namesRegion ? "cn-hangzhou" : "cn-qingdao";
    String query =
        "Action=ListTagResources&RegionId=%s&ResourceType=%s&ResourceId.1=%saaa-%s&ResourceId.2=%sbbb-%s"
            .formatted(
                region, vpc ? "IPAM" : "apiGroup", prefix, capture.name(), prefix, capture.name());
    return rows(capture, GATEWAY.ask(Http.get(vpc ? Http.VPC : Http.API, query)));
  }

  private static List<Row> rows(Capture capture, RawResponse answer) {
    return capture.name().contains("-VpcIpam-")
        ? answer.parsed().flatRows()
        : answer.parsed().nestedRows();
  }
}
