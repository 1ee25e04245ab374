package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The threads of the packaged jar, by the JVM's own list of them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ThreadsIT {
  private static final String LOOKS_FOR_CHANGES = "reload";

  private static final Pattern NAME = Pattern.compile("^\"([^\"]*)\"");

  /** What ends the JVM's list. */
  private static final String END = "JNI global ref";

  @Test
  void oneMoreEventLoopServesThanThereAreProcessors() throws Exception {
    assertThat(threads())
        .filteredOn(name -> name.startsWith("vert.x-eventloop-thread-"))
        .hasSize(Runtime.getRuntime().availableProcessors() + 1);
  }

  @Test
  void aThreadLooksForChangesWhereThereAreFilesAndNoneElsewhere(@TempDir Path directory)
      throws Exception {
    Path fixtures = Files.writeString(directory.resolve("fixtures.yaml"), "accounts: []\n");
    Path config = Files.writeString(directory.resolve("config.yaml"), "demo: true\n");
    assertThat(threads()).doesNotContain(LOOKS_FOR_CHANGES);
    assertThat(threads("--fixtures", fixtures.toString())).contains(LOOKS_FOR_CHANGES);
    assertThat(threads("--config", config.toString())).contains(LOOKS_FOR_CHANGES);
  }

  /** The names of a gateway's threads once it serves. */
  private static List<String> threads(String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--port", "0"));
    arguments.addAll(List.of(options));
    try (JarProcess gateway = JarProcess.start(Map.of(), arguments.toArray(String[]::new))) {
      assertThat(gateway.port()).isPositive();
      gateway.signal("QUIT");
      List<String> names = new ArrayList<>();
      for (String line = gateway.nextLine(); !line.startsWith(END); line = gateway.nextLine()) {
        Matcher named = NAME.matcher(line);
        if (named.find()) {
          names.add(named.group(1));
        }
      }
      return names;
    }
  }
}
