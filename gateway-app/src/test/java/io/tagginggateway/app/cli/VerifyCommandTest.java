package io.tagginggateway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
          --endpoint=http://127.0.0.1:1 --product=Nothing | --product: no product Nothing; there are APIG, Alb, Alidns,
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
}
