package io.tagginggateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is read without picocli is read as picocli reads it; the rest is left to it. */
final class ServeArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--port 0",
        "--port=0",
        "--port 0 --fixtures a.yaml --fixtures b.yaml",
        "--fixtures=a.yaml --host=::1 --auth strict --log-format json",
        "--config x=y.yaml --no-demo",
        "--config=x=y.yaml --verbose --exit-on-stdin-close",
        "--host x --port no-number"
      })
  void plainArgumentsAreReadAsPicocliReadsThem(String line) {
    List<String> arguments = split(line);
    CommandLine picocli = ServeOptions.commandLine();
    picocli.parseArgs(arguments.toArray(String[]::new));
    ServeOptions options = picocli.getCommand();
    assertThat(ServeArguments.plain(arguments)).isEqualTo(options.arguments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "-h",
        "--version",
        "--port",
        "--port=",
        "--port 1 --port 2",
        "--port --host",
        "--port -1",
        "--no-demo=true",
        "--no-demo --no-demo",
        "--unknown",
        "--fixtures",
        "--fixtures @file",
        "--fixtures \"a b\"",
        "@file",
        "more",
        "--",
        "--port 0 serve"
      })
  void everythingElseIsLeftToPicocli(String line) {
    assertThat(ServeArguments.plain(split(line))).isNull();
  }

  @Test
  void everyOptionIsInTheHelp() {
    String help = ServeOptions.commandLine().getUsageMessage();
    for (ServeOption option : ServeOption.values()) {
      assertThat(help)
          .contains(option.text() + (option.label() == null ? "" : "=" + option.label()));
    }
  }

  private static List<String> split(String line) {
    return line.isEmpty() ? List.of() : Arrays.asList(line.split(" "));
  }
}
