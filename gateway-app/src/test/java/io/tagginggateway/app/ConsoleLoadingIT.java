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

  /** What looks for files that set logging up, makes a record's methods, reads a locale. */
  private static final List<String> NEVER =
      List.of(
          "ch.qos.logback.classic.util.ContextInitializer",
          "java.lang.runtime.ObjectMethods",
          "sun.util.locale.provider.LocaleProviderAdapter");

  private static final Path LOADED_AHEAD =
      Path.of("src/main/resources/io/tagginggateway/app/process/first-answer.classes");

  private static final String LIST =
      "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-1";

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
  void aStartSetsLoggingUpItselfMakesNoMethodsOfRecordsAndReadsNoLocale(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path log = directory.resolve("classes");
    try (JarProcess process = listing(log, "--fixtures", fixtures(directory))) {
      assertThat(get(process.port(), LIST, "*/*")).contains("ipam-1");
      assertThat(NEVER).allSatisfy(name -> assertThat(isLoaded(log, name)).isFalse());
    }
  }

  @Test
  void whatIsLoadedAheadIsWhatTheFirstAnswerNeeds(@TempDir Path directory)
      throws IOException, InterruptedException {
    List<String> ahead = Files.readAllLines(LOADED_AHEAD);
    Path log = directory.resolve("classes");
    // Whoever may have a cache loads nothing ahead.
    try (JarProcess process =
        listing(log, "-Dtagging-gateway.cache=none", "--fixtures", fixtures(directory))) {
      assertThat(get(process.port(), LIST, "*/*")).contains("ipam-1");
      assertThat(loadedOf(ahead, log)).hasSameSizeAs(ahead);
    }
    Path withoutLog = directory.resolve("needed");
    try (JarProcess process =
        listing(withoutLog, "-Dtagging-gateway.cache=other", "--fixtures", fixtures(directory))) {
      assertThat(get(process.port(), LIST, "*/*")).contains("ipam-1");
      // Which of two threads is the first decides over a few.
      assertThat(loadedOf(ahead, withoutLog)).hasSizeGreaterThan(ahead.size() * 95 / 100);
    }
  }

  private static String fixtures(Path directory) throws IOException {
    Path fixtures = directory.resolve("fixtures.yaml");
    Files.writeString(
        fixtures,
        """
        accounts:
          - id: "1234567890123456"
            resources:
              - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-1, tags: { a: b } }
              - { product: VpcIpam, region: cn-hangzhou, type: IPAM, id: ipam-2, tags: { a: b } }
        """);
    return fixtures.toString();
  }

  private static List<String> loadedOf(List<String> names, Path log) throws IOException {
    String all = Files.readString(log);
    return names.stream().filter(name -> all.contains(" " + name + " source: ")).toList();
  }

  /** A gateway that lists the classes that it loads. */
  private static JarProcess listing(Path log, String... more)
      throws IOException, InterruptedException {
    String options = "-Xlog:class+load:file=" + log;
    List<String> arguments = new ArrayList<>(List.of("--port", "0"));
    for (String argument : more) {
      if (argument.startsWith("-D")) {
        options += " " + argument;
      } else {
        arguments.add(argument);
      }
    }
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", options);
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
