package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.testing.Warnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start warns of: what can be served and surely is a mistake. */
final class StartWarningsTest {
  private static final String RESOURCE =
      "{ product: VpcIpam, region: REGION, type: IPAM, id: ID, tags: { a: b } }";

  @TempDir private Path directory;

  private List<String> warnings(Map<String, String> settings, String... fixtures)
      throws IOException {
    List<Path> files = new java.util.ArrayList<>();
    for (String fixture : fixtures) {
      files.add(Files.writeString(directory.resolve("f" + files.size() + ".yaml"), fixture));
    }
    try (Warnings warnings = Warnings.collect()) {
      StartedGateway.start(settings, files, Clock.systemUTC()).close();
      return warnings.found().stream()
          .map(line -> line.replaceFirst("^\\[WARN] ", "").replace(directory + "/", ""))
          .toList();
    }
  }

  private static String resources(String... regions) {
    StringBuilder text = new StringBuilder("accounts:\n- id: '1234567890123456'\n  resources:\n");
    for (int i = 0; i < regions.length; i++) {
      text.append("  - ")
          .append(RESOURCE.replace("REGION", regions[i]).replace("ID", "i" + i))
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void soundFixturesAndTheDemoAreNotWarnedOf() throws IOException {
    assertThat(warnings(Map.of())).isEmpty();
    assertThat(warnings(Map.of("auth.mode", "strict"))).isEmpty();
    assertThat(warnings(Map.of(), resources("cn-hangzhou", "cn-qingdao"))).isEmpty();
  }

  @Test
  void regionThatNoProductKnowsIsToldOnceWithItsPlace() throws IOException {
    assertThat(warnings(Map.of(), resources("cn-hangzhou", "cn-hangzou", "cn-hangzou", "moon-1")))
        .containsExactly(
            "f0.yaml:5: accounts[0].resources[1].region: no product knows the region cn-hangzou;"
                + " did you mean cn-hangzhou?",
            "f0.yaml:7: accounts[0].resources[3].region: no product knows the region moon-1");
    assertThat(warnings(Map.of("region", "cn-bejing")))
        .singleElement()
        .asString()
        .startsWith("region: no such region of any product: cn-bejing; did you mean cn-beijing?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounts: [] | f0.yaml: holds neither resources nor access keys",
        "accounts: [{ id: a }] | f0.yaml: holds neither resources nor access keys",
        "accounts: [{ id: a, accessKeys: [{ id: k, secret: s }] }] | f0.yaml: holds access keys"
            + " and",
      })
  void fileWithoutResourcesIsTold(String fixture, String warning) throws IOException {
    assertThat(warnings(Map.of(), fixture, resources("cn-hangzhou")))
        .singleElement()
        .asString()
        .startsWith(warning);
  }

  @Test
  void fileThatIsRefusedIsNotWarnedOf() {
    try (Warnings warnings = Warnings.collect()) {
      assertThatThrownBy(() -> warnings(Map.of(), "accounts: [{ id: '12' }]"))
          .isInstanceOf(FixtureException.class);
      assertThat(warnings.found()).isEmpty();
    }
  }

  @Test
  void strictModeThatLetsNobodyInIsTold() throws IOException {
    assertThat(warnings(Map.of("auth.mode", "strict"), resources("cn-hangzhou")))
        .containsExactly(
            "auth.mode is strict and no fixture declares an access key: nobody gets in");
  }
}
