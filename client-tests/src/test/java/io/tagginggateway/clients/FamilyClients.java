package io.tagginggateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays the plan that {@code conformance/check/family.py} makes of every product file, with the
 * generic client and with each product's own SDK where it is on the class path, and prints what
 * each saw as JSON lines. {@code conformance/family} runs it.
 */
final class FamilyClients {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_PAGES = 20;

  private FamilyClients() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String plan = Files.readString(Path.of(args[0]));
    JsonNode generic = JSON.readTree(plan.replace("$", "java"));
    JsonNode typed = JSON.readTree(plan.replace("$", "javatyped"));
    for (int n = 0; n < generic.size(); n++) {
      run(out, "java", generic.get(n), new FamilyTea(generic.get(n)));
      FamilyClient own = FamilySdk.find(typed.get(n));
      if (own != null) {
        run(out, "javatyped", typed.get(n), own);
      }
    }
    // The HTTP client's idle threads are no reason to stay.
    System.exit(0);
  }

  private static void run(PrintStream out, String label, JsonNode product, FamilyClient client)
      throws IOException {
    for (JsonNode scenario : product.get("scenarios")) {
      ArrayNode steps = JSON.createArrayNode();
      for (JsonNode step : scenario.get("steps")) {
        steps.add(play(client, step));
      }
      ObjectNode seen =
          JSON.createObjectNode()
              .put("language", "Java")
              .put("client", client.artifact())
              .put("version", client.version())
              .put("label", label)
              .put("product", product.get("code").asText())
              .put("productVersion", product.get("version").asText())
              .put("list", product.get("list").asText())
              .put("scenario", scenario.get("name").asText())
              .put("read", false);
      seen.set("steps", steps);
      out.println(JSON.writeValueAsString(seen));
    }
  }

  private static ObjectNode play(FamilyClient client, JsonNode step) {
    Map<String, Object> parameters = parameters(step.get("parameters"));
    ArrayNode pages = JSON.createArrayNode();
    ObjectNode seen = JSON.createObjectNode();
    try {
      while (pages.size() < MOST_PAGES) {
        JsonNode body = JSON.valueToTree(client.send(step, parameters));
        pages.add(body);
        JsonNode paging = step.get("pages");
        String token = paging == null ? null : at(body, paging.get("path"));
        String end = paging == null ? null : text(paging.get("end"));
        if (paging == null || token == null || token.equals(end)) {
          return ended(seen, pages, token, end);
        }
        parameters.put(paging.get("parameter").asText(), token);
      }
      seen.putObject("error").put("message", "no end after " + MOST_PAGES + " pages");
    } catch (Exception error) {
      seen.set("error", JSON.valueToTree(client.describe(error)));
    }
    return seen;
  }

  /** A list ends as its product says, and not otherwise. */
  private static ObjectNode ended(
      ObjectNode seen, ArrayNode pages, @Nullable String token, @Nullable String end) {
    if (token == null && end != null) {
      seen.putObject("error").put("message", "no token where " + end + " ends the list");
      return seen;
    }
    seen.set("pages", pages);
    return seen;
  }

  private static Map<String, Object> parameters(JsonNode node) {
    Map<String, Object> parameters = new HashMap<>();
    node.properties().forEach(one -> parameters.put(one.getKey(), value(one.getValue())));
    return parameters;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return parameters(node);
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(one -> list.add(value(one)));
      return list;
    }
    return node.isBoolean() ? node.asBoolean() : node.isInt() ? node.asInt() : node.asText();
  }

  private static @Nullable String at(JsonNode body, JsonNode path) {
    JsonNode found = body;
    for (JsonNode name : path) {
      found = found.path(name.asText());
    }
    return text(found);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }
}
