package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/** Describes the JSON body that holds an operation's parameters. */
final class RequestBody {
  private RequestBody() {}

  /** The body; takes what it holds out of {@code parameters}. */
  static ObjectNode of(ArrayNode parameters) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("required", true);
    ObjectNode schema = body.putObject("content").putObject("application/json").putObject("schema");
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Iterator<JsonNode> each = parameters.iterator(); each.hasNext(); ) {
      JsonNode parameter = each.next();
      if (parameter.path("in").asText().equals("query")) {
        String name = parameter.get("name").textValue();
        JsonNode list = parameter.at("/content/application~1json/schema");
        properties.set(name, list.isMissingNode() ? parameter.get("schema") : list);
        if (parameter.get("required").booleanValue()) {
          required.add(name);
        }
        each.remove();
      }
    }
    return body;
  }
}
