package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class AdminGuardTest {

  @Test
  void aTokenIsAskedOfEverybodyButForHealth() throws Exception {
    try (AdminClient gateway = new AdminClient(Map.of("admin.token", "t0ken"))) {
      HttpResponse<String> without = gateway.admin("GET", "state", "");
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(without.headers().firstValue("www-authenticate").orElse("")).startsWith("Bearer");
      assertThat(without.body()).doesNotContain("t0ken", "testsecret");
      for (String wrong : new String[] {"Bearer t0ke", "Bearer t0ken2", "Basic t0ken", "t0ken"}) {
        assertThat(gateway.admin("GET", "state", "", "Authorization", wrong).statusCode())
            .as(wrong)
            .isEqualTo(401);
      }
      assertThat(gateway.admin("GET", "state", "", "Authorization", "Bearer t0ken").statusCode())
          .isEqualTo(200);
      assertThat(gateway.admin("GET", "state", "", "Authorization", "bearer t0ken").statusCode())
          .isEqualTo(200);
      assertThat(gateway.admin("GET", "health/live", "").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.1, true",
    "::1, true",
    "0:0:0:0:0:0:0:1, true",
    "::ffff:127.0.0.1, true",
    "10.0.0.1, false",
    "::ffff:10.0.0.1, false",
    "fe80::1, false",
    "0.0.0.0, false",
  })
  void knowsWhoCallsFromThisMachine(String address, boolean loopback) {
    assertThat(AdminGuard.isLoopback(SocketAddress.inetSocketAddress(1, address)))
        .isEqualTo(loopback);
  }

  @Test
  void whoIsNobodyIsNotLocal() {
    assertThat(AdminGuard.isLoopback(null)).isFalse();
  }
}
