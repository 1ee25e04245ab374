package io.tagginggateway.app.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tagginggateway.app.journal.BadQueryException;
import io.tagginggateway.app.journal.JournalQueries;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.journal.Verification;
import io.tagginggateway.app.json.StrictJson;
import io.tagginggateway.app.text.KnownNames;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code requests/verify} is asked: which requests, and how many of them.
 *
 * @param match which requests
 * @param times how many; at least one if nothing is said
 */
record VerifyRequest(JournalQuery match, Verification.Times times) {
  private static final String MATCH = "match";
  private static final String PARAMETERS = "parameters";
  private static final String TIMES = "times";

  /** What makes a request none that can be asked. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String pointer;

    private Malformed(String pointer, String reason) {
      super(reason, null, false, false);
      this.pointer = pointer;
    }

    Problem problem() {
      return new Problem(400, String.valueOf(getMessage()), pointer.isEmpty() ? null : pointer);
    }
  }

  /** Reads a document; may read the journal, so call it off the event loop. */
  static VerifyRequest read(byte[] document, JournalQueries queries) throws Malformed {
    JsonNode root = object(parse(document), "");
    checkNames(root, "", List.of(MATCH, TIMES));
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, @Nullable String> parameters = new HashMap<>();
    JsonNode match = root.path(MATCH);
    if (!match.isMissingNode() && !match.isNull()) {
      for (Map.Entry<String, JsonNode> field : object(match, "/match").properties()) {
        if (field.getKey().equals(PARAMETERS)) {
          readParameters(field.getValue(), parameters);
        } else if (!field.getValue().isNull()) {
          fields.put(
              field.getKey(),
              text(field.getValue(), "/match/" + StrictJson.pointerToken(field.getKey())));
        }
      }
    }
    try {
      JournalQuery query =
          queries.query(fields, Collections.unmodifiableMap(parameters), Integer.MAX_VALUE);
      return new VerifyRequest(query, times(root.path(TIMES)));
    } catch (BadQueryException e) {
      throw new Malformed("/match/" + StrictJson.pointerToken(e.field()), e.reason());
    }
  }

  private static void readParameters(JsonNode node, Map<String, @Nullable String> parameters)
      throws Malformed {
    for (Map.Entry<String, JsonNode> each : object(node, "/match/parameters").properties()) {
      String pointer = "/match/parameters/" + StrictJson.pointerToken(each.getKey());
      JsonNode value = each.getValue();
      parameters.put(each.getKey(), value.isNull() ? null : text(value, pointer));
    }
  }

  private static Verification.Times times(JsonNode node) throws Malformed {
    if (node.isMissingNode() || node.isNull()) {
      return new Verification.Times(1, Integer.MAX_VALUE);
    }
    List<String> names = List.of("exactly", "atLeast", "atMost");
    checkNames(object(node, "/times"), "/times", names);
    Integer exactly = number(node, "exactly");
    Integer atLeast = number(node, "atLeast");
    Integer atMost = number(node, "atMost");
    if (exactly != null && (atLeast != null || atMost != null)) {
      throw new Malformed("/times/exactly", "stands beside neither atLeast nor atMost");
    }
    if (exactly != null) {
      return new Verification.Times(exactly, exactly);
    }
    if (atLeast == null && atMost == null) {
      throw new Malformed("/times", "needs one of " + String.join(", ", names));
    }
    int least = atLeast == null ? 0 : atLeast;
    int most = atMost == null ? Integer.MAX_VALUE : atMost;
    if (least > most) {
      throw new Malformed("/times", "atLeast is more than atMost");
    }
    return new Verification.Times(least, most);
  }

  private static @Nullable Integer number(JsonNode times, String name) throws Malformed {
    JsonNode value = times.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
      throw new Malformed("/times/" + name, "expected a whole number, not negative");
    }
    return value.intValue();
  }

  private static JsonNode parse(byte[] document) throws Malformed {
    try {
      return StrictJson.read(document);
    } catch (JsonProcessingException e) {
      throw new Malformed("", "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Malformed("", "cannot be read");
    }
  }

  private static JsonNode object(JsonNode node, String pointer) throws Malformed {
    if (!node.isObject()) {
      throw new Malformed(pointer, "expected an object");
    }
    return node;
  }

  private static void checkNames(JsonNode object, String pointer, List<String> known)
      throws Malformed {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw new Malformed(
            pointer + "/" + StrictJson.pointerToken(field.getKey()),
            KnownNames.unknown("field", field.getKey(), known));
      }
    }
  }

  private static String text(JsonNode value, String pointer) throws Malformed {
    if (!value.isValueNode()) {
      throw new Malformed(pointer, "expected a text or a number");
    }
    return value.asText();
  }
}
