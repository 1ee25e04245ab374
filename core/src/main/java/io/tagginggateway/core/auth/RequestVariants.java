package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.Headers;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a client may have signed instead of the request that arrived.
 *
 * @param request the one that arrived
 */
record RequestVariants(RpcRequest request) {
  /** The methods that a client may have signed. */
  static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD");

  RpcRequest withMethod(String method) {
    return with(method, request.path(), request.headers());
  }

  RpcRequest with(String method, String path, Headers headers) {
    return new RpcRequest(
        request.requestId(),
        method,
        path,
        request.host(),
        headers,
        request.query(),
        request.parameters(),
        request.body());
  }

  RpcRequest withValues(UnaryOperator<String> change) {
    return with(changed(request.query(), change), changed(request.parameters(), change));
  }

  RpcRequest without(int index) {
    List<String> left = new ArrayList<>();
    Parameters parameters = request.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (i != index) {
        left.add(parameters.name(i));
        left.add(parameters.value(i));
      }
    }
    return with(request.query(), Parameters.of(left));
  }

  RpcRequest with(Parameters query, Parameters parameters) {
    return new RpcRequest(
        request.requestId(),
        request.method(),
        request.path(),
        request.host(),
        request.headers(),
        query,
        parameters,
        request.body());
  }

  private static Parameters changed(Parameters parameters, UnaryOperator<String> change) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      all.add(parameters.name(i));
      boolean signature = parameters.name(i).equals("Signature");
      all.add(signature ? parameters.value(i) : change.apply(parameters.value(i)));
    }
    return Parameters.of(all);
  }

  static String formEncoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static String encoded(String value) {
    return formEncoded(value).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  static String decoded(String value) {
    Parameters parsed = Parameters.parse("v=" + value.replace("&", "%26"));
    String read = parsed.get("v");
    return read == null ? value : read;
  }
}
