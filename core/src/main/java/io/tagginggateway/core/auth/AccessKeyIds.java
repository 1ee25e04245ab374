package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import org.jspecify.annotations.Nullable;

/** Finds the access key id of a request, wherever a client put it. */
public final class AccessKeyIds {
  private static final String CREDENTIAL = "Credential=";

  private AccessKeyIds() {}

  /** The id, or null if the request names none. */
  public static @Nullable String of(RpcRequest request) {
    String parameter = request.parameter("AccessKeyId");
    if (parameter != null) {
      return parameter;
    }
    String authorization = request.headers().get("authorization");
    int start = authorization == null ? -1 : authorization.indexOf(CREDENTIAL);
    if (authorization == null || start < 0) {
      return request.headers().get("x-acs-accesskey-id");
    }
    int end = authorization.indexOf(',', start);
    return authorization
        .substring(start + CREDENTIAL.length(), end < 0 ? authorization.length() : end)
        .trim();
  }
}
