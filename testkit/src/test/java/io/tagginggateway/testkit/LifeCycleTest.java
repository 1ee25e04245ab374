package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

final class LifeCycleTest {
  private static final Queue<Integer> PORTS = new ConcurrentLinkedQueue<>();

  @BeforeEach
  @AfterEach
  void forgetPorts() {
    PORTS.clear();
  }

  /** Run by the tests below, not by the build: the build wants names that end in Test. */
  static class Inner {
    @RegisterExtension static final TaggingGateway gateway = TaggingGateway.demo();

    @Test
    void first() {
      PORTS.add(gateway.port());
    }

    @Test
    void second() {
      PORTS.add(gateway.port());
    }
  }

  static final class InTheInstance {
    @RegisterExtension final TaggingGateway gateway = TaggingGateway.demo();

    @Test
    void first() {
      PORTS.add(gateway.port());
    }

    @Test
    void second() {
      PORTS.add(gateway.port());
    }
  }

  static final class SharedOne {
    @RegisterExtension
    static final TaggingGateway gateway = TaggingGateway.demo().shared().isolated();

    @Test
    void once() {
      PORTS.add(gateway.port());
      gateway.state().put("VpcIpam", "IPAM", "left-by-one", Map.of("k", "v"));
    }
  }

  static final class SharedTwo {
    @RegisterExtension
    static final TaggingGateway gateway = TaggingGateway.demo().isolated().shared();

    @Test
    void once() {
      PORTS.add(gateway.port());
      gateway.state().put("VpcIpam", "IPAM", "left-by-two", Map.of("k", "v"));
      assertThat(gateway.state().resources("VpcIpam", "IPAM"))
          .contains("left-by-one", "left-by-two");
    }
  }

  static final class BadFixture {
    @RegisterExtension
    static final TaggingGateway gateway = TaggingGateway.with("accounts: [ { id: \"12\" } ]");

    @Test
    void never() {
      PORTS.add(0);
    }
  }

  @Test
  void servesAClassAndEndsWithIt() {
    assertThat(run(Inner.class)).isEmpty();
    assertThat(PORTS).hasSize(2).containsOnly(PORTS.element());
    assertThat(serves(PORTS.element())).isFalse();
    assertThatThrownBy(Inner.gateway::port)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the gateway does not serve");
  }

  @Test
  void servesAClassAgain() {
    assertThat(run(Inner.class)).isEmpty();
    assertThat(run(Inner.class)).isEmpty();
    assertThat(PORTS).hasSize(4);
  }

  @Test
  void servesOneTestWhereTheFieldIsTheTests() {
    assertThat(run(InTheInstance.class)).isEmpty();
    assertThat(PORTS).hasSize(2);
    assertThat(PORTS).noneMatch(LifeCycleTest::serves);
  }

  @Test
  void classesThatDescribeItAlikeShareOne() {
    assertThat(run(SharedOne.class, SharedTwo.class)).isEmpty();
    assertThat(PORTS).hasSize(2).containsOnly(PORTS.element());
    assertThat(serves(PORTS.element())).isFalse();
  }

  @Test
  void aBadFixtureFailsTheTestsWithItsReason() {
    assertThat(run(BadFixture.class))
        .singleElement()
        .asString()
        .contains("expected an account id of 16 digits");
    assertThat(PORTS).isEmpty();
  }

  @Test
  void worksWithoutJUnit(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("state.json");
    Files.writeString(file, "{\"accounts\":[{\"id\":\"1234567890123456\"}]}");
    int port;
    try (TaggingGateway gateway = TaggingGateway.with(file).start()) {
      port = gateway.port();
      assertThat(serves(port)).isTrue();
      assertThat(gateway.accessKey().account()).isEqualTo("1234567890123456");
      assertThatThrownBy(gateway::strict).hasMessage("the gateway serves already");
    }
    assertThat(serves(port)).isFalse();
  }

  @Test
  void saysWhatCannotBe() {
    assertThatThrownBy(TaggingGateway.empty().pageSize("VpcIpam", 5)::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("products.VpcIpam.page-size");
    assertThatThrownBy(TaggingGateway.empty().pageSize("Nothing", 5)::start)
        .hasMessageStartingWith("no product Nothing");
    try (TaggingGateway nobody = TaggingGateway.empty().strict().start()) {
      assertThatThrownBy(nobody::accessKey).hasMessageContaining("declares no access key");
    }
  }

  private static List<Throwable> run(Class<?>... classes) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                Stream.of(classes).map(type -> selectClass(type)).toArray(ClassSelector[]::new))
            .build();
    LauncherFactory.create().execute(request, summary);
    return summary.getSummary().getFailures().stream().map(f -> f.getException()).toList();
  }

  private static boolean serves(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
