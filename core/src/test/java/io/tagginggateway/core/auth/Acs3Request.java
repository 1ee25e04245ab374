package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A POST that an ACS3 client would send. */
final class Acs3Request {
  final Map<String, String> query = new LinkedHashMap<>();

  /** Sent and signed. */
  final Map<String, String> signed = new TreeMap<>();

  /** Sent only. */
  final Map<String, String> unsigned = new TreeMap<>();

  String body = "";
  String secret = "testsecret";
  String authorization =
      "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders={names},Signature={signature}";

  Acs3Request() {
    query.put("ResourceId.1", "a+b/c=d~e*f'(中)𝄞é &");
    query.put("Empty", "");
    signed.put("host", "localhost");
    signed.put("x-acs-action", "ListTagResources");
    signed.put("x-acs-version", "2016-07-14");
    signed.put("x-acs-date", V1Request.TIME);
    signed.put("x-acs-signature-nonce", "nonce");
    signed.put("x-acs-content-sha256", Signer.sha256(""));
  }

  Acs3Request signing(String name, String value) {
    signed.put(name, value);
    return this;
  }

  Acs3Request without(String name) {
    signed.remove(name);
    return this;
  }

  Acs3Request unsigning(String name, String value) {
    signed.remove(name);
    unsigned.put(name, value);
    return this;
  }

  Acs3Request authorizedBy(String text) {
    authorization = text;
    return this;
  }

  Acs3Request signedWith(String otherSecret) {
    secret = otherSecret;
    return this;
  }

  Acs3Request form(String text) {
    body = text;
    signed.put("content-type", "application/x-www-form-urlencoded");
    signed.put("x-acs-content-sha256", Signer.sha256(text));
    return this;
  }

  RpcRequest request() {
    String bodyHash = Signer.sha256(body);
    String header =
        authorization
            .replace("{names}", String.join(";", signed.keySet()))
            .replace("{signature}", Signer.acs3(query, signed, bodyHash, secret));
    Map<String, String> headers = new LinkedHashMap<>(signed);
    headers.putAll(unsigned);
    headers.put("authorization", header);
    String lines =
        headers.entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue() + "\r\n")
            .collect(Collectors.joining());
    return RawHttp.parse("POST /?" + Signer.query(query) + " HTTP/1.1\r\n" + lines + "\r\n" + body);
  }
}
