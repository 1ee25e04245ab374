package io.tagginggateway.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({"JSON,JSON", "json,JSON", "Json,JSON", "XML,XML", "xml,XML", "yaml,", "'',"})
  void theParameterTakesAnyCase(String sent, Format format) {
    assertThat(Format.ofParameter(sent)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, JSON",
    "APPLICATION/XML, XML",
    "text/xml;q=0.5, XML",
    "'application/xml, application/json', XML",
    "'application/json, text/xml', JSON",
    "'text/html,application/xhtml+xml', XML",
    "*/*,",
    "'',",
    ","
  })
  void acceptNamesTheFirst(String accept, Format format) {
    assertThat(Format.ofAccept(accept)).isEqualTo(format);
  }

  @Test
  void contentTypesAreExactToTheCharacter() {
    assertThat(Format.JSON.contentType()).isEqualTo("application/json;charset=utf-8");
    assertThat(Format.XML.contentType()).isEqualTo("text/xml;charset=utf-8");
  }
}
