package io.tagginggateway.core.testing;

import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Headers;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;

/** Requests as clients of either style send them. */
final class Requests {
  private Requests() {}

  /** A request with these parameters, wherever the operation has them. */
  static RpcRequest of(Operation operation, Parameters parameters) {
    RoaRequest roa = operation instanceof TagOperation tag ? tag.request() : null;
    if (roa == null) {
      return request("GET", "/", parameters, new byte[0]);
    }
    boolean inBody = roa.in() == RoaRequest.In.BODY;
    return operation.read(
        request(
            roa.method(),
            roa.path(),
            inBody ? Parameters.EMPTY : parameters,
            inBody ? json(parameters) : new byte[0]));
  }

  private static RpcRequest request(
      String method, String path, Parameters parameters, byte[] body) {
    return new RpcRequest(
        ProductUnderTest.REQUEST_ID,
        method,
        path,
        ProductUnderTest.HOST,
        Headers.NONE,
        parameters,
        parameters,
        body);
  }

  /** What is a list stands there as such, everything else as a string. */
  private static byte[] json(Parameters parameters) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      String value = parameters.value(i);
      json.append(i == 0 ? "{" : ",").append('"').append(parameters.name(i)).append("\":");
      json.append(value.startsWith("[") ? value : '"' + value + '"');
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }
}
