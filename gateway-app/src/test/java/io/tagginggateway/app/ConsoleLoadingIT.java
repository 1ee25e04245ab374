package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose console nobody opens has none of it but its routes. */
@Timeout(120)
final class ConsoleLoadingIT {
  private static final String CONSOLE = "io.tagginggateway.app.console.";

  /** What a start needs to know where the console is. */
  private static final List<String> ROUTES = List.of("ConsoleEndpoint", "ConsoleServices");

  /** What is made when somebody asks for it. */
  private static final List<String> LATER =
      List.of(
          "io.vertx.ext.web.Router",
          "io.tagginggateway.app.admin.HealthEndpoint",
          "io.tagginggateway.app.hint.Refusals",
          "io.tagginggateway.app.process.ProcessGauges");

  /** What would look for files that set logging up, and make a record's methods. */
  private static final List<String> NEVER =
      List.of("ch.qos.logback.classic.util.ContextInitializer", "java.lang.runtime.ObjectMethods");

  @Test
  void noClassOfTheConsoleIsLoadedBeforeItIsOpened(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path log = directory.resolve("classes");
    try (JarProcess process = listing(log)) {
      int port = process.port();
      get(port, "/?Action=ListTagResources&Version=2016-07-14", "*/*");
      get(port, "/_gateway/requests", "*/*");
      get(port, "/_gateway/", "application/json");
      assertThat(loaded(log)).isEmpty();
      assertThat(get(port, "/_gateway/", "text/html")).contains("<!DOCTYPE html>");
      assertThat(loaded(log)).isNotEmpty();
    }
  }

  @Test
  void aStartLoadsNothingOfTheAdminApiNorOfHints(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path log = directory.resolve("classes");
    try (JarProcess process = listing(log)) {
      int port = process.port();
      assertThat(LATER).allSatisfy(name -> assertThat(isLoaded(log, name)).isFalse());
      get(port, "/?Action=ListTagResource&Version=2016-07-14", "*/*");
      get(port, "/_gateway/metrics", "*/*");
      assertThat(LATER).allSatisfy(name -> assertThat(isLoaded(log, name)).isTrue());
    }
  }

  @Test
  void aStartSetsLoggingUpItselfAndMakesNoMethodsOfRecords(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path fixtures = directory.resolve("fixtures.yaml");
    Files.writeString(
        fixtures,
        """
        accounts:
          - id: "1234567890123456"
            resources:
              - { product: VpcIpam, type: IPAM, id: ipam-1, tags: { a: b } }
              - { product: VpcIpam, type: IPAM, id: ipam-2, tags: { a: b, c: d } }
        """);
    Path log = directory.resolve("classes");
    try (JarProcess process = listing(log, "--fixtures", fixtures.toString())) {
      String list =
          "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
              + "&ResourceId.1=ipam-1";
      assertThat(get(process.port(), list, "*/*")).contains("ipam-1");
      assertThat(NEVER).allSatisfy(name -> assertThat(isLoaded(log, name)).isFalse());
    }
  }

  /** A gateway that lists the classes that it loads. */
  private static JarProcess listing(Path log, String... more)
      throws IOException, InterruptedException {
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
    List<String> arguments = new ArrayList<>(List.of("--port", "0"));
    arguments.addAll(List.of(more));
    return JarProcess.start(environment, arguments.toArray(String[]::new));
  }

  private static boolean isLoaded(Path log, String name) throws IOException {
    return Files.readAllLines(log).stream().anyMatch(line -> line.contains(" " + name + " "));
  }

  private static String get(int port, String path, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static List<String> loaded(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(CONSOLE) || line.contains("gg.jte"))
        .filter(
            line ->
                ROUTES.stream()
                    .noneMatch(
                        name ->
                            line.contains(CONSOLE + name + " ")
                                || line.contains(CONSOLE + name + "$$")))
        .toList();
  }
}
