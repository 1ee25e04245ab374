package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;

/**
 * What an ACS3 signature signs: method, path, query, headers, body hash, each on lines of its own.
 */
final class Acs3CanonicalRequest {
  private Acs3CanonicalRequest() {}

  static SignedText of(RpcRequest request, SignedHeaders listed, String bodyHash) {
    SortedParameters query = new SortedParameters(request.query(), null);
    SignedHeaders signed = listed.with(request);
    return text -> {
      // The path is signed as it stands on the wire, where it is encoded already.
      text.raw(request.method()).raw("\n").raw(request.path()).raw("\n");
      appendQuery(text, query);
      text.raw("\n");
      for (String name : signed.names()) {
        String value = request.headers().get(name);
        text.raw(name).raw(":").raw(value == null ? "" : value.trim()).raw("\n");
      }
      text.raw("\n").raw(signed.joined()).raw("\n").raw(bodyHash);
    };
  }

  private static void appendQuery(SigningText text, SortedParameters query) {
    for (int i = 0; i < query.size(); i++) {
      text.raw(i == 0 ? "" : "&").encoded(query.name(i)).raw("=").encoded(query.value(i));
    }
  }
}
