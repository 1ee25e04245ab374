package io.tagginggateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** How the command ends when it cannot run: one line, and the exit code 2. */
final class VerifyCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --endpoint=http://127.0.0.1:1 --product=Nothing | --product: no such product: Nothing; known: APIG, Alb, Alidns,
          --endpoint=http://127.0.0.1:1 --product=cloudapi | --product: no such product: cloudapi; did you mean CloudAPI?; known:
          --endpoint=http://127.0.0.1:1 --product=Emr@2021-03-21 | --product: no such version of Emr: 2021-03-21; did you mean 2021-03-20?; known: 2016-04-08, 2021-03-20
          --endpoint=http://127.0.0.1:1 --product=Emr --report=r.xml | --report: takes the report of one product, not of all
          --endpoint=ftp://127.0.0.1 --product=CloudAPI | --endpoint: not a URL like http://127.0.0.1:8080: ftp://127.0.0.1
          --endpoint=http://127.0.0.1:1 --product=CloudAPI --format=yaml | CloudAPI 2016-07-14: --format: text, json or junit, not yaml
          --endpoint=http://127.0.0.1:1 --product=CloudAPI | CloudAPI 2016-07-14: no answer from http://127.0.0.1:1: the connection was refused
          --endpoint=http://127.0.0.1:1 --product=all --report=r.xml | --report: takes the report of one product, not of all
          --endpoint=http://127.0.0.1:1 --product=CloudAPI --access-key-secret= | --access-key-id, --access-key-secret: must not be empty
          """)
  void aMistakeIsOneLine(String arguments, String line) {
    StringWriter err = new StringWriter();

    int exitCode =
        new CommandLine(new VerifyCommand())
            .setErr(new PrintWriter(err))
            .execute(arguments.split(" "));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).startsWith("tagging-gateway: " + line).hasLineCount(1);
  }

  private static String run(int exitCode, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int ended =
        new CommandLine(new VerifyCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    assertThat(ended).as(out + "\n" + err).isEqualTo(exitCode);
    return out + err.toString();
  }

  @Test
  void versionOfAProductIsVerifiedAlone() {
    try (StartedGateway gateway = new StartedGateway()) {
      String endpoint = "--endpoint=" + gateway.url();
      assertThat(run(0, endpoint, "--product=Emr@2021-03-20"))
          .startsWith("Emr 2021-03-20 at " + gateway.url())
          .hasLineCount(1);
      assertThat(run(0, endpoint, "--product=Emr", "--rule=end-token").lines())
          .satisfiesExactly(
              first -> assertThat(first).startsWith("Emr 2016-04-08 at "),
              second -> assertThat(second).startsWith("Emr 2021-03-20 at "));
      assertThat(run(0, endpoint, "--product=Emr@2016-04-08", "--format=json"))
          .contains("\"product\" : \"Emr\"", "\"version\" : \"2016-04-08\"");
      assertThat(run(0, endpoint, "--product=Emr@2016-04-08", "--format=junit"))
          .contains("name=\"verify.Emr@2016-04-08\"");
    }
  }

  /** Two products share the version, so that an address alone cannot tell them apart. */
  @Test
  void hostThatIsNamedDecidesTheProduct() {
    try (StartedGateway gateway = new StartedGateway()) {
      String endpoint = "--endpoint=" + gateway.url();
      String polardb = "--product=polardb";
      assertThat(run(0, endpoint, polardb)).startsWith("polardb 2017-08-01 at ");
      assertThat(run(0, endpoint, polardb, "--host=polardb.cn-hangzhou.aliyuncs.com"))
          .startsWith("polardb 2017-08-01 at ");
      assertThat(run(2, endpoint, polardb, "--host=edas.cn-hangzhou.aliyuncs.com"))
          .contains("polardb 2017-08-01: ", "404 InvalidAction.NotFound");
      assertThat(run(2, endpoint, polardb, "--host=nobody.example"))
          .contains("polardb 2017-08-01: ", "InvalidProduct.NotFound");
    }
  }
}
