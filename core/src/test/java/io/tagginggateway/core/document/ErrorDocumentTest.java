package io.tagginggateway.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.testing.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorDocumentTest {
  private static final String ID = "2D69A58F-345C-4FDE-88E4-BF5189484043";
  private static final String HOST = "apigateway.cn-qingdao.aliyuncs.com";

  @Test
  void jsonIsExactToTheByte() throws IOException {
    assertThat(write(Format.JSON, GatewayErrors.ACTION_NOT_FOUND, HOST, "CloudAPI"))
        .isEqualTo(
            "{\"RequestId\":\"2D69A58F-345C-4FDE-88E4-BF5189484043\","
                + "\"Message\":\"Specified api is not found, please check your url and method.\","
                + "\"Recommend\":\"https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound"
                + "&product=CloudAPI&requestId=2D69A58F-345C-4FDE-88E4-BF5189484043\","
                + "\"HostId\":\"apigateway.cn-qingdao.aliyuncs.com\","
                + "\"Code\":\"InvalidAction.NotFound\"}");
  }

  @Test
  void xmlIsExactToTheByte() throws IOException {
    assertThat(write(Format.XML, GatewayErrors.ACTION_NOT_FOUND, HOST, "CloudAPI"))
        .isEqualTo(
            "<?xml version='1.0' encoding='UTF-8'?><Error>"
                + "<RequestId>2D69A58F-345C-4FDE-88E4-BF5189484043</RequestId>"
                + "<HostId>apigateway.cn-qingdao.aliyuncs.com</HostId>"
                + "<Code>InvalidAction.NotFound</Code>"
                + "<Message>Specified api is not found, please check your url and method.</Message>"
                + "<Recommend><![CDATA[https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound"
                + "&product=CloudAPI&requestId=2D69A58F-345C-4FDE-88E4-BF5189484043]]></Recommend>"
                + "</Error>");
  }

  @Test
  void oddTextIsWellFormedInBothFormats() throws IOException {
    ApiError error = GatewayErrors.SIGNATURE_MISMATCH.withMessage("GET&%2F&\0\ud800<]]>&\"'");
    String host = "\u0001<host>]]>\ud83d";
    Xml xml = Xml.parse(write(Format.XML, error, host, "]]>"));
    assertThat(xml.text("Message")).isEqualTo("GET&%2F&\ufffd\ufffd<]]>&\"'");
    assertThat(xml.text("HostId")).isEqualTo("\ufffd<host>]]>\ufffd");
    assertThat(xml.text("Recommend")).contains("product=]]>&requestId=");
    assertThat(
            new ObjectMapper()
                .readTree(write(Format.JSON, error, host, ""))
                .path("HostId")
                .asText())
        .isEqualTo(host);
  }

  private static String write(Format format, ApiError error, String host, String product)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ErrorDocument(error, ID, host, product).write(format, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
