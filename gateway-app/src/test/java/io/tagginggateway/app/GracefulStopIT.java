package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.tls.Trust;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar is told to stop while clients of every kind go on asking: whatever was written before
 * connections are refused is answered. {@code -Dstop.rounds=100} repeats it as often.
 */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GracefulStopIT {
  private static final int ROUNDS = Integer.getInteger("stop.rounds", 3);

  @TempDir Path work;

  @Test
  void everyRequestWrittenBeforeTheRefusalIsAnswered() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      Map<String, String> settings =
          Map.of(
              "TAGGING_GATEWAY_HTTP_PORT",
              "0",
              "TAGGING_GATEWAY_HTTPS_ENABLED",
              "true",
              "TAGGING_GATEWAY_HTTPS_PORT",
              "0",
              "TAGGING_GATEWAY_HTTPS_DIRECTORY",
              work.toString(),
              // A client that hangs up within a request would stand there, and is no trouble.
              "TAGGING_GATEWAY_LOG_REQUESTS",
              "off");
      try (JarProcess gateway = JarProcess.start(settings)) {
        JarProcess.Ports ports = gateway.ports();
        try (StopClients clients =
            new StopClients(ports.http(), ports.https(), Trust.in(work.resolve("ca.pem")))) {
          clients.start();
          gateway.signal("TERM");
          assertThat(clients.lost()).as("lost in round %d", round).isEmpty();
        }
        int exitCode = gateway.exitCode();
        assertThat(gateway.errors()).as("errors of round %d", round).isEmpty();
        assertThat(exitCode).as("exit code of round %d", round).isZero();
      }
    }
  }
}
