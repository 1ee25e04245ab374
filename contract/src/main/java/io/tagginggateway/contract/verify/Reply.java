package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param text the body
 */
record Reply(int status, HttpHeaders headers, String text) {

  /** The header's value, several joined by commas, or "none". */
  String header(String name) {
    List<String> values = headers.allValues(name);
    return values.isEmpty() ? "none" : String.join(",", values);
  }

  /** The format of the body, by its first character. */
  Format format() {
    return text.stripLeading().startsWith("<") ? Format.XML : Format.JSON;
  }

  /** The body, taken apart. */
  Body body() {
    try {
      return Body.parse(format(), text);
    } catch (IOException e) {
      throw new CheckFailure(
          "a body that can be parsed", shorten(text) + " (" + e.getMessage() + ")");
    }
  }

  /** The error code in the body, or null. */
  @Nullable String code() {
    return body().field("Code");
  }

  /** The outcome on one line: {@code 200}, or status, code and message. */
  String outcome() {
    Body body = body();
    String code = body.field("Code");
    return code == null
        ? String.valueOf(status)
        : status + " " + code + ": " + body.field("Message");
  }

  private static String shorten(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
