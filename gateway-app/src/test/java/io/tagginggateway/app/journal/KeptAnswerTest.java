package io.tagginggateway.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeptAnswerTest {
  private static String kept(String body) {
    return KeptAnswer.of(Buffer.buffer(body)).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"AccessKeyId\":\"STS.a\",\"AccessKeySecret\":\"s3cret\",\"x\":1} | {\"AccessKeyId\":\"STS.a\",\"AccessKeySecret\":\"***\",\"x\":1}",
        "{\"SecurityToken\" : \"s3\\\"cret\"} | {\"SecurityToken\":\"***\"}",
        "<A><SecurityToken>s3cret</SecurityToken><B>b</B></A> | <A><SecurityToken>***</SecurityToken><B>b</B></A>",
        "sign is:GET&%2F&Action%3DA%26SecurityToken%3Ds3cret%252B%26Version%3D1 | sign is:GET&%2F&Action%3DA%26SecurityToken%3D***%26Version%3D1",
        "?Signature=s3cret&SignatureNonce=n | ?Signature=***&SignatureNonce=n",
        "{\"TagKey\":\"team\",\"TagValue\":\"shop\"} | {\"TagKey\":\"team\",\"TagValue\":\"shop\"}",
      })
  void secretsAreMaskedAndNothingElseIsChanged(String body, String text) {
    assertThat(kept(body)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, '\"AccessKeySecret\":\"'", "5, '<SecurityToken>'", "9, 'SecurityToken%3D'"})
  void aSecretThatTheBoundCutsApartIsMasked(int before, String name) {
    String padding = "x".repeat(KeptAnswer.MAX_BYTES - name.length() - before);
    assertThat(kept(padding + name + "s3cret".repeat(9)))
        .isEqualTo(padding + name + "***" + KeptParameters.CUT);
  }

  @Test
  void aLongBodyIsCutAtAWholeCharacter() {
    String text = kept("中".repeat(KeptAnswer.MAX_BYTES));
    assertThat(text).matches("中+…").hasSize(KeptAnswer.MAX_BYTES / 3 + 1);
  }
}
