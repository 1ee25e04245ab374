package io.tagginggateway.clients;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every official Java client plays every scenario, over every way in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficialClientsIT {
  private static final List<Official> CLIENTS =
      List.of(
          new TeaOpenApi(""),
          new TeaOpenApi("v2"),
          new ClassicCore("GET"),
          new ClassicCore("POST"),
          new ClassicCore("form"),
          new AsyncPop());

  private final Path work = Path.of(System.getProperty("conformance.work"));
  private final List<Map<String, ?>> observations = new ArrayList<>();
  private PackagedGateway gateway;
  private Faults faults;

  @BeforeAll
  void start() throws Exception {
    gateway = PackagedGateway.start(work.resolve("gateway"));
    gateway.trustItsCa();
    faults = new Faults(gateway.target(Target.Route.DIRECT).port());
  }

  @AfterAll
  void stop() throws Exception {
    gateway.close();
    List<String> lines = new ArrayList<>();
    for (Map<String, ?> observation : observations) {
      lines.add(new ObjectMapper().writeValueAsString(observation));
    }
    Files.write(work.resolve("observations.jsonl"), lines);
  }

  @TestFactory
  Stream<DynamicNode> everyClientReadsAndWritesTagsUnchanged() {
    return CLIENTS.stream()
        .map(
            client ->
                dynamicContainer(
                    client.artifact() + " " + client.mode(),
                    Stream.of(Target.Route.values()).flatMap(route -> scenarios(client, route))));
  }

  private Stream<DynamicNode> scenarios(Official client, Target.Route route) {
    Plan plan = Plan.of(client.label(route));
    return plan.products().stream()
        .flatMap(
            product ->
                plan.scenarios(route).stream()
                    .map(
                        scenario ->
                            dynamicTest(
                                String.join(
                                    " ",
                                    product.code(),
                                    scenario.path("name").asText(),
                                    route.id()),
                                () -> play(client, route, plan, product, scenario))));
  }

  private void play(
      Official client, Target.Route route, Plan plan, Call.Product product, JsonNode scenario)
      throws Exception {
    Player player = new Player(client, product, plan.credentials(scenario), gateway.target(route));
    List<Seen> seen = new ArrayList<>();
    observe(client, route, product, scenario, seen);
    for (JsonNode each : scenario.path("steps")) {
      Seen result = play(player, new Step(each, product), product);
      seen.add(result);
      new Expected(each, product).check(result);
    }
  }

  private Seen play(Player player, Step step, Call.Product product)
      throws IOException, InterruptedException {
    if (step.fault().isEmpty()) {
      return player.play(step);
    }
    faults.raise(product.code(), step.fault());
    try {
      return player.play(step);
    } finally {
      faults.clear();
    }
  }

  private void observe(
      Official client,
      Target.Route route,
      Call.Product product,
      JsonNode scenario,
      List<Seen> steps) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("language", "Java");
    one.put("client", "com.aliyun:" + client.artifact());
    one.put("mode", client.mode());
    one.put("version", client.version());
    one.put("product", product.code());
    one.put("route", route.id());
    one.put("label", client.label(route));
    one.put("scenario", scenario.path("name").asText());
    one.put("steps", steps);
    observations.add(one);
  }
}
