package io.tagginggateway.contract.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ConfidenceTest {
  private static final Path PAGE = Sources.ROOT.resolve("docs/confidence.md");

  @Test
  void everyRuleIsDrivenByATestThatIsThereAndThePageSaysWhich() throws IOException {
    ConfidencePage page = new ConfidencePage();

    assertThat(page.problems()).isEmpty();
    if (Boolean.getBoolean("confidence.write")) {
      Files.writeString(PAGE, page.toString());
    }
    assertThat(Files.readString(PAGE))
        .as("docs/confidence.md is out of date; run\n%s", ConfidencePage.COMMAND)
        .isEqualTo(page.toString());
  }
}
