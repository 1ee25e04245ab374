package io.tagginggateway.app.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.request.Format;
import io.vertx.core.buffer.Buffer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer in the envelope of the other dialect: a flat list becomes a nested one, {@code
 * "TagResources":{"TagResource":[…]}}, and a nested one flat. An answer without a list is put into
 * an object of its own. Clients that expect the right envelope often read an empty list, silently.
 */
final class OtherEnvelope {
  private OtherEnvelope() {}

  /**
   * The same answer, in the other envelope.
   *
   * @param body an answer of this gateway
   * @param root the name of the object for an answer without a list
   */
  static Buffer of(Buffer body, Format format, String root) {
    String text = body.toString(StandardCharsets.UTF_8);
    return Buffer.buffer(
        switch (format) {
          case JSON -> json(text, root);
          case XML -> OtherXmlEnvelope.of(text);
        });
  }

  private static String json(String text, String root) {
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode answer = (ObjectNode) mapper.readTree(text);
      ObjectNode other = mapper.createObjectNode();
      boolean swapped = false;
      for (Map.Entry<String, JsonNode> field : answer.properties()) {
        JsonNode value = field.getValue();
        if (value.isArray()) {
          other.putObject(field.getKey()).set(itemName(field.getKey()), value);
          swapped = true;
        } else if (value.size() == 1 && value.iterator().next() instanceof ArrayNode items) {
          other.set(field.getKey(), items);
          swapped = true;
        } else {
          other.set(field.getKey(), value);
        }
      }
      JsonNode sent = swapped ? other : mapper.createObjectNode().set(root, answer);
      return mapper.writeValueAsString(sent);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What one item of a list is called. */
  static String itemName(String list) {
    if (list.endsWith("ies")) {
      return list.substring(0, list.length() - 3) + "y";
    }
    return list.endsWith("s") ? list.substring(0, list.length() - 1) : list + "Item";
  }
}
