package io.tagginggateway.contract.verify;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, in a form that a reader can repeat.
 *
 * @param request what was sent
 * @param body its body
 * @param reply the answer, or null if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record Exchange(HttpRequest request, byte[] body, @Nullable Reply reply) {
  private static final int LONGEST = 4_000;

  /** The request as a command, without its signature. */
  public String curl() {
    StringBuilder line = new StringBuilder("curl -sS -i");
    boolean get = request.method().equals("GET");
    if (!get) {
      line.append(" -X ").append(request.method());
    }
    request
        .headers()
        .map()
        .forEach(
            (name, values) ->
                line.append(" -H ").append(quoted(name + ": " + masked(name, values.get(0)))));
    if (body.length > 0) {
      line.append(" --data-raw ").append(quoted(masked(new String(body, StandardCharsets.UTF_8))));
    }
    return line.append(' ').append(quoted(masked(request.uri().toString()))).toString();
  }

  /** The answer as it came: status, headers, body. */
  public String answer() {
    if (reply == null) {
      return "none";
    }
    StringBuilder text = new StringBuilder("HTTP ").append(reply.status());
    for (Map.Entry<String, List<String>> header : reply.headers().map().entrySet()) {
      text.append('\n')
          .append(header.getKey())
          .append(": ")
          .append(String.join(",", header.getValue()));
    }
    String content = reply.text();
    text.append("\n\n");
    return text.append(
            content.length() <= LONGEST
                ? content
                : content.substring(0, LONGEST) + "… (" + content.length() + " characters)")
        .toString();
  }

  private static String masked(String name, String value) {
    return name.toLowerCase(Locale.ROOT).equals("authorization")
        ? value.replaceAll("Signature=[^,]*", "Signature=***")
        : value;
  }

  private static String masked(String parameters) {
    return parameters.replaceAll("(^|[?&])Signature=[^&]*", "$1Signature=***");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
