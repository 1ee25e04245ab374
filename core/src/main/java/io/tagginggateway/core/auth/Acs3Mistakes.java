package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.Headers;
import io.tagginggateway.core.request.RpcRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a client did otherwise when it made a signature ACS3-HMAC-SHA256. */
final class Acs3Mistakes {
  private final RpcRequest request;
  private final AccessKey key;
  private final RequestVariants variants;

  Acs3Mistakes(RpcRequest request, AccessKey key) {
    this.request = request;
    this.key = key;
    this.variants = new RequestVariants(request);
  }

  @Nullable String find(Authorization authorization) {
    String sent = String.valueOf(authorization.signature());
    String signed = String.valueOf(authorization.signedHeaders());
    if (isSigned(request, signed, sent.toLowerCase(Locale.ROOT), key.secret())) {
      String hash = request.headers().get("x-acs-content-sha256");
      return Hashes.sha256(request.body()).equals(hash)
          ? "the hexadecimal digits must be lower-case"
          : "x-acs-content-sha256 is not the hash of the body that arrived";
    }
    if (isSigned(request, signed, sent, key.secret() + '&')) {
      return "the key of the HMAC is the secret alone, without an & behind it";
    }
    String hash = request.headers().get("x-acs-content-sha256");
    if (hash != null
        && Hashes.equal(sent, Signatures.acs3(request, signed, hash.trim(), key.secret()))) {
      return "x-acs-content-sha256 is not the hash of the body that arrived";
    }
    for (String method : RequestVariants.METHODS) {
      if (isSigned(variants.withMethod(method), signed, sent, key.secret())) {
        return "it was signed as a " + method + " and arrived as a " + request.method();
      }
    }
    for (String path : List.of("/", "", request.path() + "/")) {
      if (isSigned(
          variants.with(request.method(), path, request.headers()), signed, sent, key.secret())) {
        return "it was signed with the path "
            + (path.isEmpty() ? "left empty" : path)
            + " and arrived with "
            + request.path();
      }
    }
    return acs3Values(signed, sent);
  }

  private @Nullable String acs3Values(String signed, String sent) {
    if (isSigned(variants.withValues(RequestVariants::encoded), signed, sent, key.secret())) {
      return "query values were signed encoded twice: encode them once";
    }
    if (isSigned(variants.withValues(RequestVariants::decoded), signed, sent, key.secret())) {
      return "query values were signed decoded and sent encoded twice: encode them once";
    }
    String host = request.headers().get("host");
    for (String other : host == null ? List.<String>of() : hosts(host)) {
      Headers headers = name -> name.equals("host") ? other : request.headers().get(name);
      RpcRequest called = variants.with(request.method(), request.path(), headers);
      if (isSigned(called, signed, sent, key.secret())) {
        return "it was signed for the host " + other + " and the header Host says " + host;
      }
    }
    List<String> names = List.of(signed.split(";"));
    Headers listed =
        name -> names.contains(name) || isPart(name) ? request.headers().get(name) : null;
    RpcRequest onlyListed = variants.with(request.method(), request.path(), listed);
    return isSigned(onlyListed, signed, sent, key.secret())
        ? "SignedHeaders leaves out a header that must be signed where it is sent: x-acs-action,"
            + " x-acs-version, x-acs-date, x-acs-signature-nonce, x-acs-security-token, and"
            + " content-type where there is a body"
        : null;
  }

  /** Whether a header is needed to read the proof, whatever is signed. */
  private static boolean isPart(String name) {
    return name.equals("authorization") || name.equals("x-acs-content-sha256");
  }

  private List<String> hosts(String sent) {
    List<String> hosts = new ArrayList<>(List.of(request.host(), request.host() + ":80"));
    hosts.add(request.host() + ":443");
    hosts.remove(sent);
    return hosts;
  }

  private static boolean isSigned(RpcRequest meant, String signed, String sent, String secret) {
    return Hashes.equal(Signatures.acs3(meant, signed, secret), sent);
  }
}
