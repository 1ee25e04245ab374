package io.tagginggateway.app.hint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.app.hint.Mistakes.Told;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import io.tagginggateway.core.auth.Signatures;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in signatures, each sent to a strict gateway, and what the hint says of them. */
@Timeout(120)
final class SigningHintsTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .set("auth.mode", "strict")
          .set("hints.header", "true")
          .fixtures(Mistakes.FIXTURES);

  /** A signed request in the making. */
  private static final class Signed {
    private final Map<String, String> parameters = new TreeMap<>();
    private String method = "GET";
    private String signedMethod = "GET";
    private String secret = "testsecret";
    private String addedLater = "";

    Signed() {
      parameters.put("Action", "ListTagResources");
      parameters.put("Version", "2023-02-28");
      parameters.put("RegionId", "cn-hangzhou");
      parameters.put("ResourceType", "IPAM");
      parameters.put("ResourceId.1", "ipam 1*~");
      parameters.put("AccessKeyId", "testid");
      parameters.put("SignatureMethod", "HMAC-SHA1");
      parameters.put("SignatureVersion", "1.0");
      parameters.put("SignatureNonce", UUID.randomUUID().toString());
      parameters.put("Timestamp", now(Duration.ZERO));
    }

    static String now(Duration later) {
      return Instant.now().plus(later).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Signed with(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    Signed without(String name) {
      parameters.remove(name);
      return this;
    }

    String signature() {
      List<String> all = new ArrayList<>();
      parameters.forEach(
          (name, value) -> {
            all.add(name);
            all.add(value);
          });
      return Signatures.v1(request(signedMethod, Parameters.of(all)), secret);
    }

    /** The whole request, signed as it is. */
    String sent() {
      return sent(signature());
    }

    String sent(String signature) {
      StringBuilder query = new StringBuilder("Signature=" + encoded(signature));
      parameters.forEach(
          (name, value) -> query.append('&').append(name).append('=').append(encoded(value)));
      return Http.request(method, Http.VPC, query + addedLater);
    }
  }

  private static RpcRequest request(String method, Parameters parameters) {
    return new RpcRequest(
        "ID", method, "/", Http.VPC, name -> null, parameters, parameters, new byte[0]);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String hmac(String stringToSign, String key) throws Exception {
    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA1");
    mac.init(new javax.crypto.spec.SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
    return java.util.Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(UTF_8)));
  }

  private interface Encoding {
    String of(String text);
  }

  /** A string to sign whose names and values are encoded once by another rule. */
  private static String joined(Signed signed, Encoding inner) {
    List<String> pairs = new ArrayList<>();
    signed.parameters.forEach((name, value) -> pairs.add(inner.of(name) + "=" + inner.of(value)));
    return "GET&%2F&" + encoded(String.join("&", pairs)).replace("*", "%2A").replace("%7E", "~");
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> mistakes() throws Exception {
    Signed otherMethod = new Signed();
    otherMethod.signedMethod = "POST";
    Signed added = new Signed();
    added.addedLater = "&MaxResults=5";
    Signed wrongSecret = new Signed();
    wrongSecret.secret = "anothersecret";
    Signed form = new Signed();
    Signed once = new Signed();
    Signed noAmpersand = new Signed();
    Signed plus = new Signed();
    while (plus.signature().indexOf('+') < 0) {
      plus.with("SignatureNonce", UUID.randomUUID().toString());
    }
    String bare = "~ipam&Action=ListTagResources&ResourceId.1=ipam-1";
    return Stream.of(
        arguments(
            "unsigned",
            Http.get(Http.VPC, Mistakes.query(bare)),
            "The request is not signed, and AccessKeyId is the first part that is missing"),
        arguments("no version", new Signed().without("Version").sent(), "send Version=2023-02-28."),
        arguments(
            "version in another case",
            new Signed().without("Version").with("version", "2023-02-28").sent(),
            "version is ignored: write Version."),
        arguments(
            "no nonce",
            new Signed().without("SignatureNonce").sent(),
            "The signature lacks SignatureNonce"),
        arguments(
            "timestamp in another case",
            new Signed().without("Timestamp").with("timestamp", "x").sent(),
            "timestamp is ignored: write Timestamp."),
        arguments(
            "another method of signing",
            new Signed().with("SignatureMethod", "HMAC-SHA256").sent(),
            "and not HMAC-SHA256 of version 1.0."),
        arguments(
            "time with an offset",
            new Signed().with("Timestamp", "2026-11-26T14:00:00+08:00").sent(),
            "in UTC, and not as 2026-11-26T14:00:00+08:00."),
        arguments(
            "late clock",
            new Signed().with("Timestamp", Signed.now(Duration.ofMinutes(-26))).sent(),
            "The client's clock is off by 26 minutes"),
        arguments(
            "clock ahead",
            new Signed().with("Timestamp", Signed.now(Duration.ofMinutes(40))).sent(),
            ", after the gateway's time"),
        arguments(
            "local time",
            new Signed().with("Timestamp", Signed.now(Duration.ofHours(8))).sent(),
            "whole hours mean that local time was sent as UTC."),
        arguments(
            "unknown key",
            new Signed().with("AccessKeyId", "testd").sent(),
            "No fixture declares the access key testd"),
        arguments(
            "disabled key",
            new Signed().with("AccessKeyId", "off").sent(),
            "declares the access key off with disabled: true."),
        arguments(
            "token left out",
            new Signed().with("AccessKeyId", "sts.testid").sent(),
            "is declared with a securityToken: send it as SecurityToken"),
        arguments(
            "token with a space",
            new Signed()
                .with("AccessKeyId", "sts.testid")
                .with("SecurityToken", "teststs/token ==")
                .sent(),
            "perhaps a + that arrived as a space"),
        arguments(
            "token too much",
            new Signed().with("SecurityToken", "x").sent(),
            "is declared without a securityToken"),
        arguments(
            "another token",
            new Signed().with("AccessKeyId", "sts.testid").with("SecurityToken", "x").sent(),
            "is not the one that the access key sts.testid was declared"),
        arguments(
            "token that is over",
            new Signed().with("AccessKeyId", "over").with("SecurityToken", "tok").sent(),
            "ended at 2020-01-01T00:00:00Z"),
        arguments(
            "signed as another method",
            otherMethod.sent(),
            "it was signed as a POST and arrived as a GET."),
        arguments("a parameter too much", added.sent(), "the parameter MaxResults was not signed"),
        arguments("another secret", wrongSecret.sent(), "none of the declared secret of testid"),
        arguments(
            "a plus that is a space",
            plus.sent(plus.signature().replace('+', ' ')),
            "write it as %2B."),
        arguments(
            "no ampersand",
            noAmpersand.sent(
                hmac(
                    joined(
                        noAmpersand, text -> encoded(text).replace("*", "%2A").replace("%7E", "~")),
                    "testsecret")),
            "the & was left out."),
        arguments(
            "encoded as a form",
            form.sent(hmac(joined(form, text -> URLEncoder.encode(text, UTF_8)), "testsecret&")),
            "values were signed as a form writes them"),
        arguments(
            "encoded once",
            once.sent(hmac(joined(once, text -> text), "testsecret&")),
            "must be percent-encoded before they are joined"),
        arguments(
            "ACS3 without its headers",
            Http.get(
                Http.VPC,
                Mistakes.query(bare),
                "Authorization: ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=00"),
            "The signature of version ACS3 lacks what stands for Signature"),
        arguments(
            "ACS3 of another algorithm",
            Http.get(
                Http.VPC,
                Mistakes.query(bare),
                "Authorization: ACS3-RSA-SHA256 Credential=testid,SignedHeaders=host,Signature=00",
                "x-acs-date: 2026-11-26T14:00:00Z",
                "x-acs-signature-nonce: n",
                "x-acs-content-sha256: 00"),
            "and not ACS3-RSA-SHA256."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aSignatureThatIsRefusedIsExplained(String name, String request, String way)
      throws Exception {
    Told told = Mistakes.ask(GATEWAY, request);
    assertThat(told.answer().status()).as(told.answer().text()).isGreaterThanOrEqualTo(400);
    assertThat(told.hint()).contains(way);
    assertThat(told.hint() + told.header() + told.journal())
        .doesNotContain(Mistakes.SECRETS.toArray(String[]::new));
    assertThat(told.header()).doesNotContain(Mistakes.FOREIGN.toArray(String[]::new));
  }

  @Test
  void anUnknownKeyIsToldTheNearestInTheJournalAlone() throws Exception {
    Told told = Mistakes.ask(GATEWAY, new Signed().with("AccessKeyId", "other-kex").sent());
    assertThat(told.hint()).contains("did you mean other-key?");
    assertThat(told.header()).contains("declare it under accessKeys").doesNotContain("other-key?");
  }

  @Test
  void aNonceThatComesAgainIsTold() throws Exception {
    Signed signed = new Signed();
    String request = signed.sent();
    assertThat(GATEWAY.ask(request).status()).isEqualTo(200);
    Told told = Mistakes.ask(GATEWAY, request);
    assertThat(told.hint())
        .contains(signed.parameters.get("SignatureNonce"), "every request needs a new one");
  }

  /** The ways in which an ACS3 signature is often made wrong. */
  private static String acs3(String signedMethod, String signedPath, String secret, String body) {
    return acs3(signedMethod, signedPath, secret, body, false);
  }

  private static String acs3(
      String signedMethod, String signedPath, String secret, String body, boolean otherHost) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", otherHost ? Http.VPC + ":443" : Http.VPC);
    headers.put("x-acs-action", "ListTagResources");
    headers.put("x-acs-version", "2023-02-28");
    headers.put("x-acs-date", Signed.now(Duration.ZERO));
    headers.put("x-acs-signature-nonce", UUID.randomUUID().toString());
    headers.put("x-acs-content-sha256", Signatures.contentHash(body.getBytes(UTF_8)));
    String query = "RegionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=ipam-1";
    Parameters parameters = Parameters.parse(query);
    RpcRequest meant =
        new RpcRequest(
            "ID",
            signedMethod,
            signedPath,
            Http.VPC,
            headers::get,
            parameters,
            parameters,
            new byte[0]);
    String names = String.join(";", headers.keySet());
    String signature = Signatures.acs3(meant, names, secret);
    List<String> lines = new ArrayList<>();
    headers.forEach(
        (name, value) -> {
          if (!name.equals("host")) {
            lines.add(name + ": " + value);
          }
        });
    lines.add(
        "Authorization: ACS3-HMAC-SHA256 Credential=testid,SignedHeaders="
            + names
            + ",Signature="
            + signature);
    return Http.get(Http.VPC, query, lines.toArray(String[]::new));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> acs3Mistakes() {
    return Stream.of(
        arguments(
            acs3("POST", "/", "testsecret", ""), "it was signed as a POST and arrived as a GET."),
        arguments(
            acs3("GET", "", "testsecret", ""),
            "it was signed with the path left empty and arrived with /."),
        arguments(acs3("GET", "/", "testsecret&", ""), "the secret alone, without an & behind it."),
        arguments(
            acs3("GET", "/", "testsecret", "", true),
            "it was signed for the host vpcipam.cn-hangzhou.aliyuncs.com:443"),
        arguments(acs3("GET", "/", "wrong", ""), "none of the declared secret of testid"));
  }

  @ParameterizedTest
  @MethodSource("acs3Mistakes")
  void anAcs3SignatureThatIsRefusedIsExplained(String request, String way) throws Exception {
    Told told = Mistakes.ask(GATEWAY, request);
    assertThat(told.answer().code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(told.hint()).contains(way);
    assertThat(told.hint() + told.header()).doesNotContain(Mistakes.SECRETS.toArray(String[]::new));
  }

  @Test
  void aBodyThatWasChangedIsTold() throws Exception {
    Told told = Mistakes.ask(GATEWAY, acs3("GET", "/", "testsecret", "another body"));
    assertThat(told.hint()).contains("x-acs-content-sha256 is not the hash of the body");
  }
}
