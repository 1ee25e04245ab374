package io.tagginggateway.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.app.testing.StartedGateway;
import io.tagginggateway.app.verify.SpoilingProxy.Answer;
import io.tagginggateway.contract.verify.CannotRun;
import io.tagginggateway.contract.verify.Credentials;
import io.tagginggateway.contract.verify.Outcome;
import io.tagginggateway.contract.verify.Result;
import io.tagginggateway.contract.verify.Target;
import io.tagginggateway.contract.verify.Verdict;
import io.tagginggateway.contract.verify.Verification;
import io.tagginggateway.contract.verify.Verification.Report;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class VerificationTest {
  private static final Credentials STS =
      new Credentials("sts.testid", "testsecret", "teststs/token+==");

  private static StartedGateway strict;

  private final StringWriter out = new StringWriter();

  @BeforeAll
  static void start() {
    strict = new StartedGateway("auth.mode", "strict");
  }

  @AfterAll
  static void stop() {
    strict.close();
  }

  @Test
  void passesInOneLineAndNamesEveryCheckWhenAsked() {
    assertThat(run(strict.uri(), STS, null, Report.TEXT)).isEqualTo(Verification.PASSED);
    assertThat(out.toString().lines())
        .hasSize(1)
        .allMatch(line -> line.contains(" 0 failed, 0 not run after them, "));

    assertThat(Verification.run(target(strict.uri(), STS), null, Report.TEXT, true, writer()))
        .isEqualTo(Verification.PASSED);
    assertThat(out.toString()).contains("ok       end-token: an empty list ends [JSON]\n");
  }

  @Test
  void tellsAFailureByItsRuleWithTheRequestAndTheRawAnswer() throws Exception {
    UnaryOperator<Answer> spoil =
        answer -> answer.body(answer.body().replace("\"NextToken\":\"-1\"", "\"NextToken\":\"\""));
    try (StartedGateway lenient = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(lenient.uri(), spoil)) {
      assertThat(run(proxy.uri(), STS, null, Report.TEXT)).isEqualTo(Verification.FAILED);
      String curl = command(out.toString());
      assertThat(out.toString())
          .startsWith("FAILED end-token (documented): At the end of the list NextToken is -1\n")
          .contains("  an empty list ends [JSON]\n  a list of many pages ends [JSON]\n")
          .contains("    expected token '-1'\n    got      token ''\n")
          .contains("      HTTP 200\n", "\"NextToken\":\"\"", "x-acs-request-id: ")
          .contains("Signature=***")
          .containsOnlyOnce("FAILED ");
      assertThat(curl).startsWith("curl -sS -i ").endsWith("'");
      Process shell = new ProcessBuilder("sh", "-c", curl).redirectErrorStream(true).start();
      String repeated = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(repeated).contains("\"NextToken\":\"\"");
    }
  }

  @Test
  void aServerThatAnswersInOneFormatAloneFailsOnceAndTheRestIsNotRun() throws Exception {
    try (StartedGateway lenient = new StartedGateway();
        SpoilingProxy proxy =
            new SpoilingProxy(
                lenient.uri(),
                (request, gateway) ->
                    gateway.send(request.edit(p -> p.replace("Format", "XML", "JSON"))))) {
      Outcome outcome = Verification.check(target(proxy.uri(), STS));

      assertThat(outcome.results())
          .filteredOn(result -> result.verdict() == Verdict.FAILED)
          .extracting(result -> result.rule().id())
          .containsOnly("format-choice");
      assertThat(outcome.results())
          .filteredOn(result -> result.format() == Format.XML)
          .filteredOn(result -> !result.rule().id().equals("format-choice"))
          .noneMatch(result -> result.verdict() == Verdict.PASSED && isAboutXml(result));
      assertThat(outcome.results())
          .filteredOn(result -> result.verdict() == Verdict.NOT_RUN)
          .hasSizeGreaterThan(40)
          .allMatch(result -> result.reason().startsWith("after the failure of "));
    }
  }

  private static boolean isAboutXml(Result result) {
    return result.rule().id().contains("xml") || result.rule().id().startsWith("error.");
  }

  @Test
  void checksOneRuleAloneWhenAsked() {
    Target one =
        new Target(
            strict.uri(),
            StartedGateway.product("CloudAPI"),
            STS,
            "cn-hangzhou",
            false,
            Set.of("end-token"));
    assertThat(Verification.check(one).results())
        .hasSize(4)
        .allMatch(result -> result.rule().id().equals("end-token"));

    Target none =
        new Target(
            strict.uri(),
            StartedGateway.product("CloudAPI"),
            STS,
            "cn-hangzhou",
            false,
            Set.of("end-tokn"));
    assertThatThrownBy(() -> Verification.check(none))
        .isInstanceOf(CannotRun.class)
        .hasMessage("--rule: CloudAPI has no rule end-tokn");
  }

  @Test
  void printsNothingSecretThoughServersQuoteWhatWasSigned(@TempDir Path directory)
      throws IOException {
    Path report = directory.resolve("report.xml");
    run(strict.uri(), STS, report, Report.JUNIT);
    run(strict.uri(), STS, null, Report.JSON);
    Verification.run(target(strict.uri(), STS), null, Report.TEXT, true, writer());

    assertThat(out + Files.readString(report))
        .contains("SignatureDoesNotMatch")
        .contains("SecurityToken%3D***")
        .doesNotContain("testsecret")
        .doesNotContain("teststs");
  }

  @Test
  void failsWhenACheckFailsAndSaysSoInEveryReport(@TempDir Path directory) throws Exception {
    Path report = directory.resolve("report.xml");
    UnaryOperator<Answer> spoil =
        answer -> answer.body(answer.body().replace("\"-1\"", "\"\\u0001\""));
    int exitCode;
    try (StartedGateway lenient = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(lenient.uri(), spoil)) {
      exitCode = run(proxy.uri(), STS, report, Report.JSON);
    }

    assertThat(exitCode).isEqualTo(Verification.FAILED);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    for (JsonNode check : json.get("checks")) {
      if (check.get("verdict").asText().equals("failed")) {
        assertThat(check.get("request").asText()).startsWith("curl -sS -i ").doesNotContain("%3D&");
        assertThat(check.get("answer").asText()).startsWith("HTTP ").contains("RequestId");
      }
    }
    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getDocumentElement();
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(String.valueOf(json.get("checks").size()))
        .isEqualTo(count(suite, "testcase"));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(json.get("failed").asText())
        .isEqualTo(count(suite, "failure"))
        .isNotEqualTo("0");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("\nrequest curl -sS -i ", "\nanswer HTTP ");
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo(String.valueOf(json.get("notApplicable").asInt() + json.get("notRun").asInt()))
        .isEqualTo(count(suite, "skipped"));
  }

  @Test
  void cannotRunWhenNobodyAnswers() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    assertThatThrownBy(() -> run(URI.create("http://127.0.0.1:" + nobody), STS, null, Report.TEXT))
        .isInstanceOf(CannotRun.class)
        .hasMessage("no answer from http://127.0.0.1:" + nobody + ": the connection was refused");
  }

  @Test
  void cannotRunOnWhenNobodyAnswersAnyMore() throws IOException {
    AtomicInteger left = new AtomicInteger(100);
    UnaryOperator<Answer> hangUp =
        answer -> {
          if (left.decrementAndGet() < 0) {
            throw new IllegalStateException("hangs up");
          }
          return answer;
        };
    try (StartedGateway lenient = new StartedGateway();
        SpoilingProxy proxy = new SpoilingProxy(lenient.uri(), hangUp)) {
      assertThatThrownBy(() -> run(proxy.uri(), STS, null, Report.TEXT))
          .isInstanceOf(CannotRun.class)
          .hasMessageStartingWith("the endpoint does not answer any more: ");
    }
  }

  @Test
  void cannotRunWithAKeyThatIsNotLetIn() {
    for (Credentials wrong :
        new Credentials[] {
          new Credentials("nobody", "testsecret", null), new Credentials("testid", "wrong", null)
        }) {
      assertThatThrownBy(() -> run(strict.uri(), wrong, null, Report.TEXT))
          .isInstanceOf(CannotRun.class)
          .hasMessageStartingWith("the endpoint does not let this access key in: ");
    }
  }

  @Test
  void cannotRunWhereResourcesCannotBeMadeUnlessReadOnly() {
    try (StartedGateway declared = new StartedGateway("resources", "declared")) {
      assertThatThrownBy(() -> run(declared.uri(), STS, null, Report.TEXT))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("--read-only")
          .hasMessageContaining("NotFoundResourceId");
      Target target =
          new Target(declared.uri(), StartedGateway.product("CloudAPI"), STS, "cn-hangzhou", true);
      assertThat(Verification.run(target, null, Report.TEXT, false, writer()))
          .isEqualTo(Verification.PASSED);
    }
  }

  @Test
  void cannotRunWhenTheReportCannotBeWritten(@TempDir Path directory) {
    assertThatThrownBy(() -> run(strict.uri(), STS, directory, Report.TEXT))
        .isInstanceOf(CannotRun.class)
        .hasMessageStartingWith("--report: cannot write: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h", "http://", "http://h/path", "http://a b", "http://u:p@h", ""})
  void refusesWhatIsNoEndpoint(String text) {
    assertThatThrownBy(() -> Target.endpoint(text))
        .isInstanceOf(CannotRun.class)
        .hasMessageStartingWith("--endpoint: not a URL like ");
  }

  @Test
  void anEndpointMayLackItsScheme() {
    assertThat(Target.endpoint("127.0.0.1:8080")).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(Target.endpoint("https://h/")).isEqualTo(URI.create("https://h/"));
  }

  private int run(URI uri, Credentials credentials, Path report, Report format) {
    return Verification.run(target(uri, credentials), report, format, false, writer());
  }

  private PrintWriter writer() {
    return new PrintWriter(out);
  }

  private static Target target(URI uri, Credentials credentials) {
    return new Target(uri, StartedGateway.product("CloudAPI"), credentials, "cn-hangzhou", false);
  }

  private static String command(String text) {
    return text.lines()
        .filter(line -> line.startsWith("    request  "))
        .findFirst()
        .orElseThrow()
        .substring("    request  ".length());
  }

  private static String count(Element suite, String name) {
    return String.valueOf(suite.getElementsByTagName(name).getLength());
  }
}
