package io.tagginggateway.core.request;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request as the client meant it, wherever on the wire its parts were.
 *
 * @param requestId an upper-case UUID, in the answer's body and headers
 * @param method the HTTP method, such as {@code POST}
 * @param path the path, without the query
 * @param host the name of the host that the client called, lower-case, without port
 * @param headers the headers as they came
 * @param query the parameters of the query string
 * @param parameters those of the query string, then those of the form body
 * @param body the body as it came; do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // the body is read once, for its hash, and never compared
public record RpcRequest(
    String requestId,
    String method,
    String path,
    String host,
    Headers headers,
    Parameters query,
    Parameters parameters,
    byte[] body) {
  /** The bit that makes a letter of ASCII a small one; digits have it anyway. */
  private static final int LOWER = 0x20;

  /** The same request with the fields of its JSON body among the parameters. */
  public RpcRequest withJsonBody() {
    return new RpcRequest(
        requestId,
        method,
        path,
        host,
        headers,
        query,
        parameters.and(JsonBody.parameters(body)),
        body);
  }

  /** The id of the trace that a real call would belong to: 32 hexadecimal digits. */
  public String traceId() {
    byte[] digits = requestId.getBytes(StandardCharsets.ISO_8859_1);
    int size = 0;
    for (byte c : digits) {
      if (c != '-') {
        digits[size++] = (byte) (c | LOWER);
      }
    }
    return new String(digits, 0, size, StandardCharsets.ISO_8859_1);
  }

  /** A parameter of the query or the form, perhaps empty, or null. */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /** The action, from {@code Action} or {@code x-acs-action}; null or empty if none is named. */
  public @Nullable String action() {
    return either("Action", "x-acs-action");
  }

  /** The API version, from {@code Version} or {@code x-acs-version}. */
  public @Nullable String version() {
    return either("Version", "x-acs-version");
  }

  /** The security token, from {@code SecurityToken} or {@code x-acs-security-token}. */
  public @Nullable String securityToken() {
    return either("SecurityToken", "x-acs-security-token");
  }

  private @Nullable String either(String parameter, String header) {
    String value = parameters.get(parameter);
    return value != null ? value : headers.get(header);
  }
}
