package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that clients make when they sign, each made here by hand, and what is said of it. */
final class SignatureMistakesTest {
  private static final String SECRET = "testsecret";
  private static final AccessKey KEY =
      new AccessKey("testid", SECRET, "1234567890123456", null, null, false);

  private static final Map<String, String> PARAMETERS =
      new TreeMap<>(
          Map.of(
              "AccessKeyId", "testid",
              "Action", "ListTagResources",
              "ResourceId.1", "a b*c~d/é",
              "SignatureNonce", "n1",
              "Version", "2016-07-14"));

  private static String base64(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RpcRequest sent(Map<String, String> parameters, String signature) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("Signature", signature);
    return V1Request.request(Signer.query(all), "");
  }

  private static RpcRequest sent(String signature) {
    return sent(PARAMETERS, signature);
  }

  /** A string to sign whose values were written in another way before all of it was encoded. */
  private static String text(UnaryOperator<String> value) {
    return "GET&%2F&"
        + Signer.encode(
            PARAMETERS.entrySet().stream()
                .map(each -> Signer.encode(each.getKey()) + "=" + value.apply(each.getValue()))
                .collect(Collectors.joining("&")));
  }

  private static String asForm(String value) {
    return Signer.encode(value).replace("%20", "+").replace("%2A", "*").replace("~", "%7E");
  }

  static Stream<Arguments> mistakes() {
    String right = text(Signer::encode);
    Map<String, String> fewer = new TreeMap<>(PARAMETERS);
    fewer.remove("SignatureNonce");
    Map<String, String> reversed = new LinkedHashMap<>();
    PARAMETERS.keySet().stream()
        .sorted((one, other) -> other.compareTo(one))
        .forEach(name -> reversed.put(name, PARAMETERS.get(name)));
    Map<String, String> encodedTwice = new TreeMap<>(PARAMETERS);
    encodedTwice.replaceAll((name, value) -> Signer.encode(value));
    return Stream.of(
        arguments("the & was left out", sent(base64(SECRET, right))),
        arguments(
            "it was signed as a POST and arrived as a GET",
            sent(Signer.v1("POST", PARAMETERS, SECRET))),
        arguments(
            "values were signed as a form writes them",
            sent(base64(SECRET + "&", text(SignatureMistakesTest::asForm)))),
        arguments(
            "must be percent-encoded before they are joined",
            sent(base64(SECRET + "&", text(value -> value)))),
        arguments(
            "values were signed as they stand in the URL",
            sent(Signer.v1("GET", encodedTwice, SECRET))),
        arguments(
            "parameters must be sorted by name",
            sent(
                reversed,
                base64(SECRET + "&", "GET&%2F&" + Signer.encode(Signer.query(reversed))))),
        arguments(
            "the parameter SignatureNonce was not signed", sent(Signer.v1("GET", fewer, SECRET))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeOfVersion1IsNamed(String said, RpcRequest request) {
    assertThat(SignatureMistakes.find(request, KEY)).contains(said);
  }

  @Test
  void aPlusThatBecameASpaceIsNamed() {
    // A signature with a plus is needed: the nonce is counted up until there is one.
    Map<String, String> parameters = new TreeMap<>(PARAMETERS);
    String signature = "";
    for (int i = 0; !signature.contains("+"); i++) {
      parameters.put("SignatureNonce", "n" + i);
      signature = Signer.v1("GET", parameters, SECRET);
    }
    assertThat(SignatureMistakes.find(sent(parameters, signature.replace('+', ' ')), KEY))
        .contains("arrived as a space");
  }

  @Test
  void nothingIsSaidOfAnotherSecretAndOfWhatIsTooLongToTry() {
    assertThat(SignatureMistakes.find(sent(Signer.v1("GET", PARAMETERS, "other")), KEY)).isNull();
    int rest = PARAMETERS.values().stream().mapToInt(String::length).sum();
    String signature = base64(SECRET, "x");
    for (int more : new int[] {0, 1}) {
      Map<String, String> longer = new TreeMap<>(PARAMETERS);
      longer.put("Z", "z".repeat(16 * 1024 - rest - signature.length() + more));
      String wrong = base64(SECRET, "GET&%2F&" + Signer.encode(Signer.query(longer)));
      assertThat(SignatureMistakes.find(sent(longer, wrong), KEY) == null).isEqualTo(more > 0);
    }
  }

  static Stream<Arguments> acs3Mistakes() {
    Acs3Request upper = new Acs3Request();
    RpcRequest right = upper.request();
    String proof = right.headers().get("authorization");
    String signature = proof.substring(proof.lastIndexOf('=') + 1);
    return Stream.of(
        arguments(
            "must be lower-case",
            new Acs3Request()
                .authorizedBy(proof.replace(signature, signature.toUpperCase(Locale.ROOT)))
                .request()),
        arguments(
            "the secret alone, without an &", new Acs3Request().signedWith(SECRET + "&").request()),
        arguments("is not the hash of the body that arrived", otherBody()),
        arguments(
            "it was signed for the host localhost:80 and the header Host says localhost",
            otherHost()));
  }

  /** A body that something on the way changed. */
  private static RpcRequest otherBody() {
    RpcRequest signed = new Acs3Request().form("a=b").request();
    return new RpcRequest(
        signed.requestId(),
        signed.method(),
        signed.path(),
        signed.host(),
        signed.headers(),
        signed.query(),
        signed.parameters(),
        "a=c".getBytes(StandardCharsets.US_ASCII));
  }

  private static RpcRequest otherHost() {
    RpcRequest signed = new Acs3Request().signing("host", "localhost:80").request();
    return new RpcRequest(
        signed.requestId(),
        signed.method(),
        signed.path(),
        signed.host(),
        name -> name.equals("host") ? "localhost" : signed.headers().get(name),
        signed.query(),
        signed.parameters(),
        signed.body());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acs3Mistakes")
  void aMistakeOfAcs3IsNamed(String said, RpcRequest request) {
    assertThat(SignatureMistakes.find(request, KEY)).contains(said);
  }

  @Test
  void nothingIsSaidOfAnotherSecretOfAcs3() {
    assertThat(SignatureMistakes.find(new Acs3Request().signedWith("other").request(), KEY))
        .isNull();
  }
}
