package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.testing.StartedGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class GatewayProcessTest {
  private static final String IPAM_DEMO =
      "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
          + "&ResourceId.1=ipam-uq5dcfc2eqhpf4";
  private static final String API_GROUP_DEMO =
      "/?Action=ListTagResources&Version=2016-07-14&RegionId=cn-qingdao&ResourceType=apiGroup"
          + "&ResourceId.1=285bb759342649a1b70c2093a772e087&Format=json";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void servesTheDemoWhenNothingIsConfigured() throws Exception {
    try (GatewayProcess process = start(Map.of())) {
      assertThat(get(process, IPAM_DEMO).body())
          .startsWith(
              "{\"TagResources\":[{\"TagKey\":\"FinanceDept\",\"TagValue\":\"FinanceJoshua\"");
      assertThat(get(process, API_GROUP_DEMO).body())
          .contains("\"TagValue\":\"product\"", "\"TagValue\":\"zhangsan\"");
    }
  }

  @Test
  void startsEmptyWithoutTheDemo() throws Exception {
    try (GatewayProcess process = start(Map.of("demo", "false"))) {
      assertThat(get(process, IPAM_DEMO).body()).startsWith("{\"TagResources\":[],");
    }
  }

  @Test
  void saysThatItLivesAndIsReady() throws Exception {
    try (GatewayProcess process = start(Map.of())) {
      HttpResponse<String> live = get(process, "/_gateway/health/live");
      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(live.body()).isEqualTo("{\"status\":\"UP\"}");
      HttpResponse<String> ready = get(process, "/_gateway/health/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).startsWith("{\"status\":\"UP\"").contains("VpcIpam", "CloudAPI");
      assertThat(ready.headers().firstValue("content-type").orElse(""))
          .startsWith("application/json");
    }
  }

  @Test
  void readinessTurnsFalseBeforeAnythingElseStops() throws Exception {
    GatewayProcess process = start(Map.of("shutdown.delay", "60s"));
    Thread stop = new Thread(process::close);
    stop.start();
    int ready;
    do {
      ready = get(process, "/_gateway/health/ready").statusCode();
      assertThat(ready).isIn(200, 503);
    } while (ready == 200);
    assertThat(get(process, IPAM_DEMO).statusCode()).isEqualTo(200);
    assertThat(get(process, "/_gateway/health/live").statusCode()).isEqualTo(200);
    stop.interrupt(); // ends the delay
    stop.join();
    assertThatThrownBy(() -> get(process, IPAM_DEMO)).isInstanceOf(IOException.class);
  }

  @Test
  void namesTheSettingWhenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(() -> start(Map.of("http.port", port)))
          .isInstanceOf(StartException.class)
          .hasMessage("http.port: 127.0.0.1:" + port + " is taken by another process");
    }
  }

  @Test
  void namesTheSettingWhenTheAddressIsNotOurs() {
    assertThatThrownBy(() -> start(Map.of("http.host", "192.0.2.1")))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("http.host: cannot listen on 192.0.2.1:0: ");
  }

  @Test
  void namesTheSettingWhenThePortForTlsIsTaken(@TempDir Path directory) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Map<String, String> settings =
          Map.of(
              "https.enabled", "true", "https.port", port, "https.directory", directory.toString());
      assertThatThrownBy(() -> start(settings))
          .isInstanceOf(StartException.class)
          .hasMessage("https.port: 127.0.0.1:" + port + " is taken by another process");
    }
  }

  @Test
  void namesTheFileWhenTheKeysForTlsCannotBeUsed(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("ca.pem"), "no certificate");
    Map<String, String> settings =
        Map.of("https.enabled", "true", "https.directory", directory.toString());
    assertThatThrownBy(() -> start(settings))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith(directory.resolve("ca.key") + ": is missing");
  }

  @Test
  void aCertificateNeedsItsKeyAndAKeyItsCertificate() {
    for (String key : List.of("https.certificate", "https.key")) {
      assertThatThrownBy(() -> start(Map.of(key, "some.pem")))
          .hasCauseInstanceOf(ConfigException.class)
          .hasMessageContaining(key + ": needs https.");
    }
  }

  @Test
  void tellsWhereItAnswersTls(@TempDir Path directory) {
    Map<String, String> settings =
        Map.of("https.enabled", "true", "https.port", "0", "https.directory", directory.toString());
    try (GatewayProcess process = start(settings)) {
      assertThat(process.tlsUrl()).matches("https://127\\.0\\.0\\.1:[1-9][0-9]*");
      assertThat(process.tlsUrl()).doesNotEndWith(":" + process.port());
    }
    try (GatewayProcess process = start(Map.of())) {
      assertThat(process.tlsUrl()).isNull();
    }
  }

  private static GatewayProcess start(Map<String, String> settings) {
    return StartedGateway.start(settings, List.of(), Clock.systemUTC());
  }

  private HttpResponse<String> get(GatewayProcess process, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create(process.url() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
