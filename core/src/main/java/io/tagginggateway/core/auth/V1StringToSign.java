package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.RpcRequest;

/**
 * The string that a V1 signature signs: everything that takes effect in a request.
 *
 * <p>A value that only a header brings ({@code x-acs-action} and its like) is signed under the name
 * of its parameter, so that nobody can change it on the way; next to a parameter the header means
 * nothing and is not signed. Chosen: no client was seen to send such a value in a header alone.
 */
final class V1StringToSign {
  private final SortedParameters parameters;

  private V1StringToSign(SortedParameters parameters) {
    this.parameters = parameters;
  }

  static V1StringToSign of(RpcRequest request) {
    SortedParameters parameters = new SortedParameters(request.parameters(), "Signature");
    addHeader(parameters, request, "Action", "x-acs-action");
    addHeader(parameters, request, "Version", "x-acs-version");
    addHeader(parameters, request, "SecurityToken", "x-acs-security-token");
    addHeader(parameters, request, "AccessKeyId", "x-acs-accesskey-id");
    return new V1StringToSign(parameters);
  }

  private static void addHeader(
      SortedParameters parameters, RpcRequest request, String name, String header) {
    String value = request.parameter(name) == null ? request.headers().get(header) : null;
    if (value != null) {
      parameters.add(name, value);
    }
  }

  /**
   * Whether the signature may stand for the parameters without the empty ones: the Java Tea client
   * in its "v2" mode sends them and does not sign them. It never repeats a name, and an empty value
   * that an attacker puts before a signed one must be refused.
   */
  boolean mayLeaveOutEmpty() {
    return parameters.hasEmptyValue() && !parameters.hasRepeatedName();
  }

  /**
   * Whether the signature may cover the parameters without exact repetitions: the Python core sends
   * RegionId in the query and in the form, and signs it once.
   */
  boolean mayLeaveOutRepeats() {
    return parameters.hasRepeat();
  }

  /** Everything, as it came. */
  SignedText text(String method) {
    return text(method, true, true);
  }

  SignedText textWithoutEmpty(String method) {
    return text(method, false, true);
  }

  SignedText textWithoutRepeats(String method) {
    return text(method, true, false);
  }

  private SignedText text(String method, boolean withEmpty, boolean withRepeats) {
    return text -> {
      text.raw(method).raw("&%2F&");
      boolean first = true;
      for (int i = 0; i < parameters.size(); i++) {
        if ((withEmpty || !parameters.value(i).isEmpty())
            && (withRepeats || !parameters.repeats(i))) {
          if (!first) {
            text.raw("%26");
          }
          text.twiceEncoded(parameters.name(i)).raw("%3D").twiceEncoded(parameters.value(i));
          first = false;
        }
      }
    };
  }
}
