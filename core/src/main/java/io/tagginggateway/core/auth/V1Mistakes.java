package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds what a client did otherwise when it made a signature of version 1.0. */
final class V1Mistakes {
  /** Parameters that are left out one by one. */
  private static final int MAX_LEFT_OUT = 40;

  private final RpcRequest request;
  private final AccessKey key;
  private final RequestVariants variants;

  V1Mistakes(RpcRequest request, AccessKey key) {
    this.request = request;
    this.key = key;
    this.variants = new RequestVariants(request);
  }

  @Nullable String find() {
    String sent = String.valueOf(request.parameter("Signature"));
    if (sent.indexOf(' ') >= 0 && signs(request, key.secret() + '&', sent.replace(' ', '+'))) {
      return "the + in the Signature arrived as a space: write it as %2B";
    }
    if (signs(request, key.secret(), sent)) {
      return "the key of the HMAC is the secret with & behind it, and the & was left out";
    }
    for (String method : RequestVariants.METHODS) {
      if (isSigned(variants.withMethod(method), sent)) {
        return "it was signed as a " + method + " and arrived as a " + request.method();
      }
    }
    String encoding = v1Encoding(sent);
    return encoding != null ? encoding : leftOut(sent);
  }

  private @Nullable String v1Encoding(String sent) {
    if (isEncodedOnce(RequestVariants::formEncoded, sent)) {
      return "values were signed as a form writes them: a space is %20, * is %2A and ~ stays";
    }
    if (isEncodedOnce(UnaryOperator.identity(), sent)) {
      return "names and values must be percent-encoded before they are joined, and then once more";
    }
    if (isSigned(variants.withValues(RequestVariants::encoded), sent)) {
      return "values were signed as they stand in the URL: sign them decoded, then encoded once";
    }
    if (isSigned(variants.withValues(RequestVariants::decoded), sent)) {
      return "values were signed decoded and sent encoded twice: encode them once";
    }
    SignedText unsorted = to -> appendUnsorted(to.raw(request.method()).raw("&%2F&"));
    return Hashes.equal(hmac(unsorted), sent)
        ? "parameters must be sorted by name before they are signed"
        : null;
  }

  /** Whether names and values were signed after {@code encoding} and one correct encoding. */
  private boolean isEncodedOnce(UnaryOperator<String> encoding, String sent) {
    SortedParameters sorted = new SortedParameters(request.parameters(), "Signature");
    SignedText text =
        to -> {
          to.raw(request.method()).raw("&%2F&");
          for (int i = 0; i < sorted.size(); i++) {
            to.raw(i == 0 ? "" : "%26").encoded(encoding.apply(sorted.name(i)));
            to.raw("%3D").encoded(encoding.apply(sorted.value(i)));
          }
        };
    return Hashes.equal(hmac(text), sent);
  }

  private void appendUnsorted(SigningText text) {
    Parameters parameters = request.parameters();
    boolean first = true;
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.name(i).equals("Signature")) {
        text.raw(first ? "" : "%26").twiceEncoded(parameters.name(i));
        text.raw("%3D").twiceEncoded(parameters.value(i));
        first = false;
      }
    }
  }

  private @Nullable String leftOut(String sent) {
    Parameters parameters = request.parameters();
    for (int i = 0; i < Math.min(parameters.size(), MAX_LEFT_OUT); i++) {
      if (isSigned(variants.without(i), sent)) {
        return "the parameter "
            + parameters.name(i)
            + " was not signed: sign all parameters of query and form but Signature";
      }
    }
    return null;
  }

  private boolean isSigned(RpcRequest meant, String sent) {
    return signs(meant, key.secret() + '&', sent);
  }

  private static boolean signs(RpcRequest meant, String hmacKey, String sent) {
    SignedText text = V1StringToSign.of(meant).text(meant.method());
    return Hashes.equal(base64(Hashes.hmacSha1(hmacKey, text)), sent);
  }

  private String hmac(SignedText text) {
    return base64(Hashes.hmacSha1(key.secret() + '&', text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
