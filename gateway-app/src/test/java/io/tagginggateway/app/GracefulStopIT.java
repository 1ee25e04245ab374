package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
        try (StopClients clients = new StopClients(ports.http(), ports.https(), trust())) {
          clients.start();
          gateway.signal("TERM");
          assertThat(clients.lost()).as("lost in round %d", round).isEmpty();
        }
        assertThat(gateway.exitCode()).isZero();
        assertThat(gateway.errors()).isEmpty();
      }
    }
  }

  private SSLContext trust() throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(work.resolve("ca.pem"))) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
