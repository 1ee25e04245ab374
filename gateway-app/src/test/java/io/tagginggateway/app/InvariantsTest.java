package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of promises names tests that are there and run: classes with tests, methods, scripts.
 */
final class InvariantsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:#([a-zA-Z0-9_]+))?`");
  private static final Pattern SCRIPT = Pattern.compile("`(\\.ci/[a-z.]+)`");
  private static final Pattern TEST =
      Pattern.compile(
          "@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property)\\b");

  /** What holds a promise without being a test class: it takes part in every run. */
  private static final List<String> LISTENERS = List.of("GatewayExtension", "LogGate");

  private final Map<String, Path> sources = new HashMap<>();

  InvariantsTest() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      modules
          .flatMap(
              module -> Stream.of("src/test/java", "sample/src/test/java").map(module::resolve))
          .filter(Files::isDirectory)
          .forEach(this::add);
    }
  }

  @Test
  void everyRowNamesWhatHoldsIt() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("INVARIANTS.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(rows)
        .allMatch(
            row -> {
              String holder = row.substring(row.lastIndexOf('|', row.length() - 3));
              return holder.contains("Test")
                  || holder.contains("IT")
                  || holder.contains("Gate")
                  || holder.contains(".ci/")
                  || holder.contains("Extension");
            });
  }

  @Test
  void everyTestNamedIsThereHasTestsAndIsNotSwitchedOff() throws IOException {
    Matcher names = NAME.matcher(Files.readString(ROOT.resolve("INVARIANTS.md")));
    List<String> wrong = new ArrayList<>();
    int found = 0;
    while (names.find()) {
      found++;
      String problem = problem(names.group(1), names.group(2));
      if (problem != null) {
        wrong.add(names.group() + ": " + problem);
      }
    }
    assertThat(found).isGreaterThan(60);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyScriptNamedIsThereAndIsRun() throws IOException {
    Matcher scripts = SCRIPT.matcher(Files.readString(ROOT.resolve("INVARIANTS.md")));
    while (scripts.find()) {
      Path script = ROOT.resolve(scripts.group(1));
      assertThat(script).isRegularFile();
      if (!script.endsWith("run")) {
        assertThat(otherScripts(script)).as("what runs %s", script).contains(scripts.group(1));
      }
    }
  }

  private static String otherScripts(Path script) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(ROOT.resolve(".ci"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(file.equals(script) ? "" : Files.readString(file));
      }
    }
    return text.toString();
  }

  private String problem(String name, String method) throws IOException {
    Path file = sources.get(name);
    if (file == null) {
      return "no such class";
    }
    String source = Files.readString(file);
    if (LISTENERS.contains(name)) {
      return null;
    }
    if (!TEST.matcher(source).find() && !inherits(source)) {
      return "has no test";
    }
    if (source.contains("@Disabled")) {
      return "is switched off, in part or whole";
    }
    return method == null || source.contains("void " + method + "(") ? null : "has no such test";
  }

  /** Whether the tests are those of a class that it extends, or of an interface. */
  private boolean inherits(String source) throws IOException {
    Matcher above = Pattern.compile("(?:extends|implements) ([A-Z][A-Za-z0-9]+)").matcher(source);
    while (above.find()) {
      Path file = sources.get(above.group(1));
      if (file != null
          && (TEST.matcher(Files.readString(file)).find() || inherits(Files.readString(file)))) {
        return true;
      }
    }
    return false;
  }

  private void add(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.put(file.getFileName().toString().replace(".java", ""), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
