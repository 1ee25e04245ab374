package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that a V1 client would send; every change is signed unless it is one of the signature.
 */
final class V1Request {
  static final String TIME = "2026-11-23T15:00:00Z";

  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String secret = "testsecret";

  V1Request() {
    parameters.put("AccessKeyId", "testid");
    parameters.put("Action", "ListTagResources");
    parameters.put("Version", "2016-07-14");
    parameters.put("ResourceId.1", "a+b/c=d~e*f'(中)𝄞é &");
    parameters.put("SignatureMethod", "HMAC-SHA1");
    parameters.put("SignatureVersion", "1.0");
    parameters.put("SignatureNonce", "nonce");
    parameters.put("Timestamp", TIME);
  }

  V1Request with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  V1Request without(String name) {
    parameters.remove(name);
    if (name.equals("Signature")) {
      parameters.put(name, "");
    }
    return this;
  }

  V1Request signedWith(String otherSecret) {
    secret = otherSecret;
    return this;
  }

  /** The query as it goes out, with its signature. */
  String query() {
    Map<String, String> sent = new LinkedHashMap<>(parameters);
    sent.putIfAbsent("Signature", Signer.v1("GET", sent, secret));
    return Signer.query(sent);
  }

  RpcRequest request() {
    return request(query(), "");
  }

  /** A request of this query and these header lines. */
  static RpcRequest request(String query, String headers) {
    return RawHttp.parse("GET /?" + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
  }
}
