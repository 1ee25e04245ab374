package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param text the body
 * @param successCodes values of the field Code that stand for success
 */
public record Reply(int status, HttpHeaders headers, String text, Set<String> successCodes) {

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
    String code = body().field("Code");
    return code == null || (status == 200 && successCodes.contains(code)) ? null : code;
  }

  /** Whether it is an error, in any envelope. */
  boolean isError() {
    return status != 200 || code() != null;
  }

  /** The outcome on one line: {@code 200}, or status, code and message. */
  String outcome() {
    String code = code();
    return code == null
        ? String.valueOf(status)
        : status + " " + code + ": " + body().field("Message");
  }

  private static String shorten(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
