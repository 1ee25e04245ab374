package io.tagginggateway.app.hint;

import io.tagginggateway.core.request.RpcRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says where parameters are read from, to clients that put them into a body that is no form. */
final class RequestBodies {
  private RequestBodies() {}

  /** What is said of the body of a request of the RPC style, or null if nothing is. */
  static @Nullable String unread(RpcRequest request) {
    byte[] body = request.body();
    if (body.length == 0) {
      return null;
    }
    String header = request.headers().get("content-type");
    String type = header == null ? "" : header.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return looksLikeJson(body)
          ? "The body is JSON under the content type of a form: send parameters in the query, or"
              + " as a form, name=value&name=value."
          : null;
    }
    if (type.contains("json") || looksLikeJson(body)) {
      return "The body is JSON, and parameters are read from the query or a form: send them there,"
          + " a form as application/x-www-form-urlencoded.";
    }
    String told = type.isEmpty() ? "without a content type" : "of type " + Words.quoted(type);
    return "The body is "
        + told
        + " and not read: parameters go into the query, or into a form of type"
        + " application/x-www-form-urlencoded.";
  }

  private static boolean looksLikeJson(byte[] body) {
    for (byte each : body) {
      if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
        return each == '{' || each == '[';
      }
    }
    return false;
  }
}
