package io.tagginggateway.contract.confidence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file that says what drives each rule. */
record Drivers(Map<String, Line> lines) {

  /**
   * What one line names.
   *
   * @param tests {@code Class} or {@code Class#method}
   * @param captures patterns of file names
   * @param scenarios of the conformance runs
   */
  record Line(List<String> tests, List<String> captures, List<String> scenarios) {
    Line {
      tests = tests == null ? List.of() : tests;
      captures = captures == null ? List.of() : captures;
      scenarios = scenarios == null ? List.of() : scenarios;
    }
  }

  static Drivers read() throws IOException {
    try (InputStream in = Drivers.class.getResourceAsStream("/confidence/drivers.yaml")) {
      return new Drivers(
          new JsonMapper(new YAMLFactory())
              .readValue(in, new TypeReference<Map<String, Line>>() {}));
    }
  }

  /** What all lines that match a rule name, of one kind. */
  Set<String> of(String rule, Function<Line, List<String>> kind) {
    Set<String> found = new LinkedHashSet<>();
    lines.forEach(
        (name, line) -> {
          if (matches(name, rule)) {
            found.addAll(kind.apply(line));
          }
        });
    return found;
  }

  /** The lines that match no rule. */
  Set<String> idle(Set<String> rules) {
    Set<String> idle = new TreeSet<>(lines.keySet());
    idle.removeIf(name -> rules.stream().anyMatch(rule -> matches(name, rule)));
    return idle;
  }

  static boolean matches(String pattern, String text) {
    return text.matches(
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
