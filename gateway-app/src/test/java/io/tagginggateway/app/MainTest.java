package io.tagginggateway.app;

import org.junit.jupiter.api.Test;

final class MainTest {
  @Test
  void version_needs_no_server() {
    Main.main(new String[] {"--version"});
  }
}
