package io.tagginggateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that every language plays, with the names of one client's resources in them. */
final class Plan {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Call.Credentials OWN = new Call.Credentials("testid", "testsecret", "");

  private final JsonNode plan;

  private Plan(JsonNode plan) {
    this.plan = plan;
  }

  static Plan of(String label) {
    try {
      String source = Files.readString(Path.of(System.getProperty("conformance.scenario")));
      return new Plan(JSON.readTree(source.replace("$", label)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Call.Product> products() {
    List<Call.Product> products = new ArrayList<>();
    plan.path("products")
        .properties()
        .forEach(
            entry -> {
              JsonNode of = entry.getValue();
              products.add(
                  new Call.Product(
                      entry.getKey(),
                      of.path("version").asText(),
                      of.path("region").asText(),
                      of.path("host").asText(),
                      of.path("type").asText(),
                      of.path("end").asText()));
            });
    return products;
  }

  List<JsonNode> scenarios(Target.Route route) {
    List<JsonNode> scenarios = new ArrayList<>();
    for (JsonNode scenario : plan.path("scenarios")) {
      for (JsonNode name : scenario.path("routes")) {
        if (name.asText().equals(route.id())) {
          scenarios.add(scenario);
        }
      }
    }
    return scenarios;
  }

  Call.Credentials credentials(JsonNode scenario) {
    if (!scenario.has("credentials")) {
      return OWN;
    }
    JsonNode who = plan.path("credentials").path(scenario.path("credentials").asText());
    return new Call.Credentials(
        who.path("id").asText(), who.path("secret").asText(), who.path("token").asText(""));
  }
}
