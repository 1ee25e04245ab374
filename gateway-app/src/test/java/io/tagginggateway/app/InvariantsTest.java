package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises names tests that are there. */
final class InvariantsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");

  @Test
  void everyTestNamedIsThere() throws IOException {
    Set<String> named =
        NAME.matcher(Files.readString(ROOT.resolve("INVARIANTS.md")))
            .results()
            .map(MatchResult::group)
            .map(name -> name.substring(1, name.length() - 1))
            .collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(testSources()).containsAll(named);
  }

  private static Set<String> testSources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(InvariantsTest::names)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> names(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
