package io.tagginggateway.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.app.testing.RawResponse;
import io.tagginggateway.app.testing.SetClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gateway's table of errors, row by row: each error comes alone, and a request that breaks a
 * row and the next one gets the first.
 */
final class CheckOrderTest {
  private static final SetClock CLOCK = new SetClock();

  @RegisterExtension
  static final GatewayExtension STRICT =
      new GatewayExtension()
          .set("auth.mode", "strict")
          .clock(CLOCK)
          .fixtures(
              """
              accounts:
                - id: "1234567890123456"
                  accessKeys:
                    - { id: testid, secret: testsecret, securityToken: token }
                    - { id: off, secret: testsecret, disabled: true }
              """);

  @RegisterExtension static final GatewayExtension LENIENT = new GatewayExtension();

  /** One way to break a request, and what it is answered. */
  private record Row(String outcome, Break how) {
    @Override
    public String toString() {
      return outcome;
    }
  }

  private interface Break {
    Draft in(Draft draft);
  }

  /** A request that is not there yet. */
  private record Draft(String method, String host, List<String> parameters) {
    Draft with(String parameter) {
      String name = parameter.substring(0, parameter.indexOf('=') + 1);
      List<String> next = new ArrayList<>(parameters);
      next.removeIf(old -> old.startsWith(name));
      next.add(parameter);
      return new Draft(method, host, next);
    }

    Draft without(String name) {
      return new Draft(
          method, host, parameters.stream().filter(old -> !old.startsWith(name + "=")).toList());
    }

    String text() {
      return Http.request(method, host, String.join("&", parameters));
    }
  }

  /** Signed by nobody, so that the signature is the last thing wrong with it. */
  private static final Draft DRAFT =
      new Draft(
          "GET",
          Http.VPC,
          List.of(
              "Action=ListTagResources",
              "Version=2023-02-28",
              "Format=JSON",
              "AccessKeyId=testid",
              "Signature=x",
              "SignatureMethod=HMAC-SHA1",
              "SignatureVersion=1.0",
              "SignatureNonce=n",
              "Timestamp=2026-01-01T00:00:00Z",
              "SecurityToken=token"));

  private static final List<Row> ROWS =
      List.of(
          row("400 RequestParameterMalformed", d -> d.with("Bad=%zz")),
          row(
              "404 InvalidProduct.NotFound",
              d -> new Draft(d.method(), "example.com", d.parameters())),
          row("400 UnsupportedHTTPMethod", d -> new Draft("PUT", d.host(), d.parameters())),
          row("400 InvalidParameter.Format", d -> d.with("Format=YAML")),
          row("404 InvalidAction.NotFound", d -> d.with("Action=DescribeVpcs")),
          row("400 MissingVersion", d -> d.without("Version")),
          row("400 MissingAccessKeyId", d -> d.without("AccessKeyId")),
          row("400 MissingSignature", d -> d.without("Signature")),
          row("400 MissingSignatureMethod", d -> d.without("SignatureMethod")),
          row("400 MissingSignatureVersion", d -> d.without("SignatureVersion")),
          row("400 MissingSignatureNonce", d -> d.without("SignatureNonce")),
          row("400 MissingTimestamp", d -> d.without("Timestamp")),
          row("400 InvalidSignatureMethod", d -> d.with("SignatureMethod=HMAC-MD5")),
          row("400 InvalidTimeStamp.Format", d -> d.with("Timestamp=yesterday")),
          row("404 InvalidAccessKeyId.NotFound", d -> d.with("AccessKeyId=nobody")),
          row("400 InvalidSecurityToken.MismatchWithAccessKey", d -> d.with("SecurityToken=other")),
          row("400 SignatureDoesNotMatch", d -> d));

  private static Row row(String outcome, Break how) {
    return new Row(outcome, how);
  }

  static Stream<Row> rows() {
    return ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachRowIsAnsweredAlone(Row row) throws IOException {
    assertThat(strict(row.how().in(DRAFT)).outcome()).isEqualTo(row.outcome());
  }

  static Stream<Arguments> pairs() {
    return ROWS.stream()
        .flatMap(
            first ->
                ROWS.stream()
                    .skip(ROWS.indexOf(first) + 1)
                    .filter(second -> canBeBoth(first, second))
                    .map(second -> Arguments.of(first, second)));
  }

  /** What is missing cannot also be wrong. */
  private static boolean canBeBoth(Row first, Row second) {
    Draft one = second.how().in(first.how().in(DRAFT));
    return !one.equals(second.how().in(DRAFT));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theEarlierOfTwoRowsIsAnswered(Row first, Row second) throws IOException {
    assertThat(strict(second.how().in(first.how().in(DRAFT))).outcome()).isEqualTo(first.outcome());
  }

  static Stream<Arguments> more() {
    Draft expired = DRAFT.with("Timestamp=2025-01-01T00:00:00Z");
    Draft off = DRAFT.with("AccessKeyId=off");
    return Stream.of(
        Arguments.of(expired, "400 InvalidTimeStamp.Expired"),
        Arguments.of(expired.with("AccessKeyId=nobody"), "400 InvalidTimeStamp.Expired"),
        Arguments.of(expired.with("SignatureMethod=HMAC-MD5"), "400 InvalidSignatureMethod"),
        Arguments.of(off, "400 InvalidAccessKeyId.Inactive"),
        Arguments.of(off.with("SecurityToken=other"), "400 InvalidAccessKeyId.Inactive"),
        Arguments.of(DRAFT.with("Version=1999-01-01"), "400 InvalidVersion"),
        Arguments.of(DRAFT.with("Version=1999-01-01").without("AccessKeyId"), "400 InvalidVersion"),
        Arguments.of(
            DRAFT.with("Action=X").with("Version=1999-01-01"), "404 InvalidAction.NotFound"),
        Arguments.of(DRAFT.without("Action"), "404 InvalidAction.NotFound"));
  }

  @ParameterizedTest
  @MethodSource("more")
  void theOtherFormsOfARowStandAtItsPlace(Draft draft, String outcome) throws IOException {
    assertThat(strict(draft).outcome()).isEqualTo(outcome);
  }

  static Stream<Arguments> lenient() {
    Draft draft = new Draft("GET", Http.VPC, List.of("Action=ListTagResources"));
    Draft api = new Draft("GET", Http.API, List.of("Action=ListTagResources"));
    return Stream.of(
        Arguments.of(draft.with("Version=1"), "400 InvalidVersion"),
        Arguments.of(draft, "400 MissingRegionId"),
        Arguments.of(draft.with("RegionId="), "400 MissingRegionId"),
        Arguments.of(draft.with("RegionId=no region"), "404 InvalidRegionId.NotFound"),
        Arguments.of(draft.with("RegionId=cn-hangzhou"), "400 MissingParameter.ResourceType"),
        Arguments.of(api, "400 MissingResourceType"));
  }

  @ParameterizedTest
  @MethodSource("lenient")
  void theRegionIsCheckedLastAndTheProductAskedAfterIt(Draft draft, String outcome)
      throws IOException {
    assertThat(LENIENT.ask(draft.text().replace("no region", "no%20region")).outcome())
        .isEqualTo(outcome);
  }

  private static RawResponse strict(Draft draft) throws IOException {
    CLOCK.set(Instant.parse("2026-01-01T00:00:00Z"));
    return STRICT.ask(draft.text());
  }
}
