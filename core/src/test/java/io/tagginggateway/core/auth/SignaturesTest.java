package io.tagginggateway.core.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Signatures that are made here are those of a client, and texts to sign are cut where they must
 * be.
 */
final class SignaturesTest {
  @Test
  void aSignatureOfVersion1IsThatOfAClient() {
    Map<String, String> parameters = new TreeMap<>(Map.of("Action", "A", "ResourceId.1", "a b"));
    RpcRequest request = V1Request.request(Signer.query(parameters), "");
    assertThat(Signatures.v1(request, "secret")).isEqualTo(Signer.v1("GET", parameters, "secret"));
  }

  @Test
  void aSignatureOfAcs3IsThatOfAClient() {
    RpcRequest request = new Acs3Request().form("a=b").request();
    String proof = request.headers().get("authorization");
    String names = proof.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    assertThat(Signatures.acs3(request, names, "testsecret"))
        .isEqualTo(proof.replaceAll(".*Signature=", ""));
  }

  @Test
  void theHashOfABodyIsItsSha256() {
    assertThat(Signatures.contentHash("a=b".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Signer.sha256("a=b"));
    assertThat(Signatures.contentHash(new byte[0])).isEqualTo(Signer.sha256(""));
  }

  @Test
  void aTextToSignIsCutOnlyWhereItIsLonger() {
    SignedText text = to -> to.raw("abcde");
    assertThat(SigningText.start(text, 5)).isEqualTo("abcde");
    assertThat(SigningText.start(text, 4)).isEqualTo("abcd...");
    SignedText blocks = to -> to.raw("x".repeat(5000));
    assertThat(SigningText.start(blocks, 5000)).hasSize(5000).doesNotContain("...");
    assertThat(SigningText.start(blocks, 3000)).hasSize(3003).endsWith("x...");
  }

  @Test
  void anAccessKeyIdIsFoundWhereverAnAuthorizationHasIt() {
    for (String line :
        new String[] {
          "Credential=k1", "ACS3-HMAC-SHA256 Credential=k1,Signature=x", "a, Credential= k1 "
        }) {
      RpcRequest request = V1Request.request("Action=A", "authorization: " + line + "\r\n");
      assertThat(AccessKeyIds.of(request)).as(line).isEqualTo("k1");
    }
    assertThat(AccessKeyIds.of(V1Request.request("Action=A", "x-acs-accesskey-id: k2\r\n")))
        .isEqualTo("k2");
    assertThat(AccessKeyIds.of(V1Request.request("Action=A", ""))).isNull();
  }
}
