package io.tagginggateway.core.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What a product answered; the readers are for JSON.
 *
 * @param status the HTTP status
 * @param body the document
 */
public record Reply(int status, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The error on one line, as {@code status code: message}, or {@code 200}. */
  public String error() {
    return status == 200 ? "200" : status + " " + text("Code") + ": " + text("Message");
  }

  /** A text field at the top; missing is an error, and so is a field of another type. */
  public String text(String field) {
    JsonNode node = json().get(field);
    if (node == null || !node.isTextual()) {
      throw new AssertionError("no text field " + field + " in " + body);
    }
    return node.textValue();
  }

  /** The rows of a list in either envelope, each as {@code type/id key=value}. */
  public List<String> rows() {
    JsonNode list = json().path("TagResources");
    List<String> rows = new ArrayList<>();
    for (JsonNode row : list.isArray() ? list : list.path("TagResource")) {
      rows.add(
          row.path("ResourceType").textValue()
              + "/"
              + row.path("ResourceId").textValue()
              + " "
              + row.path("TagKey").textValue()
              + "="
              + row.path("TagValue").textValue());
    }
    return rows;
  }

  private JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }
}
