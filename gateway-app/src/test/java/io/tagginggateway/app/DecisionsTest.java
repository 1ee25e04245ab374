package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What decisions and the page for contributors call by its name in the code is there. */
final class DecisionsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern NAME =
      Pattern.compile("(?<!-)\\b[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\\b");
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern SOURCE = Pattern.compile(".*/src/.*\\.(java|yaml|json)");
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");

  /** Options of the Java VM. */
  private static final Set<String> ELSEWHERE = Set.of("MinRAMPercentage", "MaxRAMPercentage");

  private final Set<String> words = new HashSet<>();
  private final Set<String> classes = new HashSet<>();

  DecisionsTest() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path sources : modules.map(each -> each.resolve("src")).toList()) {
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> SOURCE.matcher(file.toString()).matches()).forEach(this::read);
          }
        }
      }
    }
  }

  private void read(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        words.add(matcher.group());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = file.getFileName().toString();
    if (name.endsWith(".java")) {
      classes.add(name.replace(".java", ""));
    }
  }

  @Test
  void everyNameIsOneOfTheSources() throws IOException {
    Set<String> unknown = new TreeSet<>();
    int found = 0;
    for (Path page : pages()) {
      Matcher codes = CODE.matcher(Files.readString(page));
      while (codes.find()) {
        Matcher names = NAME.matcher(codes.group(1));
        while (names.find()) {
          found++;
          if (!words.contains(names.group()) && !ELSEWHERE.contains(names.group())) {
            unknown.add(page.getFileName() + ": " + names.group());
          }
        }
      }
    }
    assertThat(found).isGreaterThan(80);
    assertThat(unknown).isEmpty();
  }

  /** The last column of the table of what was chosen says in which class it stands. */
  @Test
  void everyChoiceStandsInAClassThatIsThere() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/decisions/0007-chosen-behaviour.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| behaviour"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(25);
    for (String row : rows) {
      String where = row.substring(row.lastIndexOf('|', row.length() - 3));
      Matcher names = CODE.matcher(where);
      while (names.find()) {
        if (CLASS.matcher(names.group(1)).matches()) {
          assertThat(classes).as(row).contains(names.group(1));
        }
      }
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
      return Stream.concat(decisions, Stream.of(ROOT.resolve("docs/contributing.md"))).toList();
    }
  }
}
