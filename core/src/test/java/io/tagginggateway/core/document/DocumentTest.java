package io.tagginggateway.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

  /** Writes the fields of a document. */
  private interface Body {
    void write(Document document) throws IOException;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "JSON | {'Text':'a','Number':7,'Object':{'Item':[{'Key':'k'},{'Key':''}]},'Link':'a&b'}",
        "XML | <?xml version='1.0' encoding='UTF-8'?><Root><Text>a</Text><Number>7</Number><Object>"
            + "<Item><Key>k</Key></Item><Item><Key></Key></Item></Object>"
            + "<Link><![CDATA[a&b]]></Link></Root>"
      })
  void oneDescriptionServesBothFormats(Format format, String expected) throws IOException {
    String written =
        write(
            format,
            document -> {
              assertThat(document.format()).isEqualTo(format);
              document.field("Text", "a");
              document.field("Number", 7);
              document.startObject("Object");
              document.startList("Item");
              for (String key : new String[] {"k", ""}) {
                document.startItem();
                document.field("Key", key);
                document.endObject();
              }
              document.endList();
              document.endObject();
              document.cdataField("Link", "a&b");
            });
    assertThat(written).isEqualTo(format == Format.JSON ? expected.replace('\'', '"') : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"JSON | {'List':[]}", "XML | <?xml version='1.0' encoding='UTF-8'?><Root></Root>"})
  void anEmptyListIsAnArrayInJsonAndNothingInXml(Format format, String expected)
      throws IOException {
    String written =
        write(
            format,
            document -> {
              document.startList("List");
              document.endList();
            });
    assertThat(written).isEqualTo(format == Format.JSON ? expected.replace('\'', '"') : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<&>\"' | <&>\\\"' | &lt;&amp;>\"'",
        "]]> | ]]> | ]]&gt;",
        "环境 | 环境 | 环境",
        "😀 | 😀 | 😀",
      })
  void marksAreEscapedAsEachFormatNeeds(String value, String json, String xml) throws IOException {
    assertThat(write(Format.JSON, document -> document.field("F", value)))
        .isEqualTo("{\"F\":\"" + json + "\"}");
    assertThat(write(Format.XML, document -> document.field("F", value)))
        .endsWith("<Root><F>" + xml + "</F></Root>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0", "\u0001", "\u001f", "\u000b", "\ufffe", "\uffff", "\ud800", "\udc00", "\ud83d"
      })
  void whatXmlCannotCarryIsReplacedThere(String odd) throws IOException {
    for (String around : new String[] {"", "a", "<", "😀"}) {
      String value = around + odd + around;
      String replaced = around + "\ufffd" + around;
      String xml = write(Format.XML, document -> document.field("F", value));
      assertThat(Xml.parse(xml).text("F")).isEqualTo(replaced);
      String cdata = write(Format.XML, document -> document.cdataField("F", value));
      assertThat(Xml.parse(cdata).text("F")).isEqualTo(replaced);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00", "a\ud83d", "\ud83d\ud83d\ude00", "\ude00\ud83d"})
  void aLoneSurrogateIsEscapedInJson(String odd) throws IOException {
    String json = write(Format.JSON, document -> document.field("F", odd));
    assertThat(json).contains("\\u");
    assertThat(new ObjectMapper().readTree(json).path("F").asText()).isEqualTo(odd);
  }

  @Test
  void aSectionOfCharactersIsNotEndedByItsText() throws IOException {
    String xml = write(Format.XML, document -> document.cdataField("F", "a]]>b]]>"));
    assertThat(Xml.parse(xml).text("F")).isEqualTo("a]]>b]]>");
  }

  @Test
  void lineEndsAndTabsAreReadBack() throws IOException {
    String value = "a\tb\r\nc\rd\n";
    String xml = write(Format.XML, document -> document.field("F", value));
    assertThat(Xml.parse(xml).text("F")).isEqualTo(value);
  }

  @Property
  void anyTextIsWellFormedInBothFormats(@ForAll String value) throws IOException {
    Body body =
        document -> {
          document.field("F", value);
          document.cdataField("C", value);
        };
    String json = write(Format.JSON, body);
    assertThat(new ObjectMapper().readTree(json).path("F").asText()).isEqualTo(value);
    Xml xml = Xml.parse(write(Format.XML, body));
    assertThat(xml.text("F")).hasSameSizeAs(value);
  }

  @Test
  void theOutputStaysOpen() throws IOException {
    for (Format format : Format.values()) {
      ByteArrayOutputStream out =
          new ByteArrayOutputStream() {
            @Override
            public void close() {
              throw new AssertionError("closed");
            }
          };
      Document.open(format, "Root", out).close();
      assertThat(out.size()).isPositive();
    }
  }

  private static String write(Format format, Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Document document = Document.open(format, "Root", out)) {
      body.write(document);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
