package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a client did otherwise when it signed, by signing what it may have meant. For people
 * who look for a mistake in a signature that was refused; nothing is admitted by it. The work is
 * bounded: less than a hundred signatures of at most {@link #MAX_BYTES}. Thread-safe.
 */
public final class SignatureMistakes {
  /** Characters of parameters and bytes of a body beyond which nothing is tried. */
  private static final int MAX_BYTES = 16 * 1024;

  private SignatureMistakes() {}

  /**
   * The mistake, as a sentence without its full stop, or null if none is found: then the secret is
   * another one, or something that nobody thought of.
   *
   * @param request one whose signature does not match
   * @param key the declared key that it names
   */
  public static @Nullable String find(RpcRequest request, AccessKey key) {
    int size = request.body().length;
    for (int i = 0; i < request.parameters().size(); i++) {
      size += request.parameters().value(i).length();
    }
    if (size > MAX_BYTES) {
      return null;
    }
    String authorization = request.headers().get("authorization");
    return authorization != null && authorization.startsWith(Authorization.FAMILY)
        ? new Acs3Mistakes(request, key).find(Authorization.parse(authorization))
        : new V1Mistakes(request, key).find();
  }
}
