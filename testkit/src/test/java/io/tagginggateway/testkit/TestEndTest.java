package io.tagginggateway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What a failed test prints, and faults that never struck. */
@Isolated("it takes standard error")
final class TestEndTest {
  private static final String FAULT =
      "this fault never struck: {fault={type=expire-token}, match={product=VpcIpam}}; 0 requests"
          + " matched it\nthe test shows nothing of it; say lenient() where that is meant";

  /** Run by the tests below, not by the build: the build wants names that end in Test. */
  static final class Idle {
    @RegisterExtension static final TaggingGateway gateway = TaggingGateway.demo();

    @Test
    void neverPages() {
      gateway.expireToken(ProductCodes.VPC_IPAM);
      Client client = new Client(gateway.url("VpcIpam"), gateway.accessKey());
      assertThat(client.list(Client.VPC_IPAM, "IPAM").statusCode()).isEqualTo(200);
    }
  }

  static final class Lenient {
    @RegisterExtension static final TaggingGateway gateway = TaggingGateway.demo();

    @Test
    void meansIt() {
      gateway.expireToken(ProductCodes.VPC_IPAM).lenient();
      gateway.fail("VpcIpam", "Throttling.User").remove();
      gateway.fail("CloudAPI", "Throttling.User");
      gateway.reset();
    }
  }

  @WithTaggingGateway(demo = true, isolated = true, shared = true)
  static final class Parallel {
    @Test
    void neverPages(TaggingGateway gateway, Credentials mine) throws InterruptedException {
      Thread another = new Thread(() -> gateway.fail("CloudAPI", "Throttling.User").of(mine));
      another.start();
      another.join();
      gateway.expireToken(ProductCodes.VPC_IPAM);
    }
  }

  static final class Failing {
    @RegisterExtension static final TaggingGateway gateway = TaggingGateway.demo();

    @Test
    void fails() {
      gateway.expireToken(ProductCodes.VPC_IPAM);
      Client client = new Client(gateway.url("VpcIpam"), gateway.accessKey());
      for (int i = 0; i < 25; i++) {
        client.tag(Client.VPC_IPAM, "IPAM", "ipam-" + i, "v");
      }
      fail("as meant");
    }
  }

  private record Run(List<String> failures, String printed) {}

  private static Run run(Class<?> test) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build(),
              summary);
    } finally {
      System.setErr(before);
    }
    List<String> failures =
        summary.getSummary().getFailures().stream()
            .map(failure -> String.valueOf(failure.getException().getMessage()))
            .toList();
    return new Run(failures, printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void faultThatNeverStruckFailsTheTest() {
    Run run = run(Idle.class);
    assertThat(run.failures).containsExactly(FAULT);
    assertThat(run.printed).contains("VpcIpam ListTagResources IPAM");
  }

  @Test
  void notSoWhereThatIsMeantOrTheFaultWasTakenAway() {
    Run run = run(Lenient.class);
    assertThat(run.failures).isEmpty();
    assertThat(run.printed).doesNotContain("was asked");
  }

  @Test
  void faultsOfOtherTestsOfASharedGatewayAreTheirs() {
    assertThat(run(Parallel.class).failures).containsExactly(FAULT);
  }

  @Test
  void failedTestPrintsItsLastRequestsAndKeepsItsReason() {
    Run run = run(Failing.class);
    assertThat(run.failures).containsExactly("as meant");
    assertThat(run.printed)
        .contains(
            "What the gateway was asked, until Failing.fails() failed (the last 20 of 25):\n",
            " VpcIpam TagResources IPAM ipam-24 in cn-hangzhou by testid: 200, 0 rows")
        .doesNotContain("ipam-4 ");
  }
}
