package io.tagginggateway.app.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

/**
 * An answer as it came.
 *
 * @param statusLine the first line
 * @param headers the values by lower-case name
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawResponse(String statusLine, Map<String, List<String>> headers, byte[] body) {

  /** The status code. */
  public int status() {
    return Integer.parseInt(statusLine.split(" ", 3)[1]);
  }

  /** The one value of a header; empty if it was not sent. */
  public String header(String name) {
    return String.join(" AND ", headers.getOrDefault(name, List.of()));
  }

  /** The body as text. */
  public String text() {
    return new String(body, UTF_8);
  }

  /** The body, read in the format that the content type names. */
  public AnswerBody parsed() {
    return AnswerBody.parse(header("content-type"), text());
  }

  /** The error code in the body; empty if the answer is a success. */
  public String code() {
    return parsed().field("Code");
  }

  /** Status and code, as tables of expectations name them: {@code 404 InvalidAction.NotFound}. */
  public String outcome() {
    String code = code();
    return code.isEmpty() ? Integer.toString(status()) : status() + " " + code;
  }

  /** Whether the answer is JSON or XML, from its content type. */
  public String format() {
    return switch (header("content-type")) {
      case "application/json;charset=utf-8" -> "JSON";
      case "text/xml;charset=utf-8" -> "XML";
      default -> "neither: " + header("content-type");
    };
  }
}
