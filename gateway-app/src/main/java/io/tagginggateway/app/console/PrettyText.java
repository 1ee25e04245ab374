package io.tagginggateway.app.console;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer's body as people read it; what is neither JSON nor XML stays as it is. */
final class PrettyText {
  /** As much as a page shows of a body. */
  private static final int MAX = 200_000;

  private static final Pattern PIECE =
      Pattern.compile("<!\\[CDATA\\[.*?]]>|<[^>]*>|[^<]+", Pattern.DOTALL);

  private PrettyText() {}

  static String of(String contentType, String body) {
    String text = body.length() > MAX ? body.substring(0, MAX) + "…" : body;
    if (contentType.startsWith("application/json")) {
      return json(text);
    }
    return contentType.startsWith("text/xml") ? xml(text) : text;
  }

  private static String json(String text) {
    try {
      return new JsonObject(text).encodePrettily();
    } catch (DecodeException e) {
      return text;
    }
  }

  /** An element with nothing but text stays on one line. */
  private static String xml(String text) {
    StringBuilder pretty = new StringBuilder();
    int depth = 0;
    boolean open = false;
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      String found = piece.group();
      boolean markup = found.charAt(0) == '<' && !found.startsWith("<![CDATA[");
      if (!markup) {
        pretty.append(found);
      } else if (found.startsWith("</")) {
        depth--;
        newLine(pretty, open ? -1 : depth);
        pretty.append(found);
        open = false;
      } else {
        newLine(pretty, depth);
        pretty.append(found);
        boolean nests = !found.startsWith("<?") && !found.endsWith("/>");
        depth += nests ? 1 : 0;
        open = nests;
      }
    }
    return pretty.toString();
  }

  private static void newLine(StringBuilder pretty, int depth) {
    if (depth >= 0 && pretty.length() > 0) {
      pretty.append('\n').append("  ".repeat(depth));
    }
  }
}
