package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.RawClient;
import io.tagginggateway.app.testing.StartedGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers store is bounded in bytes. */
final class StoredLimitTest {
  private static final String IPAM = "&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM";
  private static final String APP = "&Version=2016-07-14&ResourceType=app";

  private final StartedGateway gateway = new StartedGateway("limits.stored", "100KiB");

  @AfterEach
  void stop() {
    gateway.close();
  }

  private String get(String path) throws IOException {
    try (RawClient client =
        RawClient.over(new Socket(InetAddress.getLoopbackAddress(), gateway.port()))) {
      return client.ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").text();
    }
  }

  private String tag(String product, int number) throws IOException {
    StringBuilder query = new StringBuilder("/?Format=JSON&Action=TagResources" + product);
    query.append("&ResourceId.1=r").append(number);
    for (int key = 1; key <= 20; key++) {
      query.append("&Tag.").append(key).append(".Key=k").append(key);
      query.append("&Tag.").append(key).append(".Value=v").append(number).append("x".repeat(100));
    }
    return get(query.toString());
  }

  @Test
  void tagResourcesIsRefusedWithTheProductsQuotaErrorAndRemovingMakesRoom() throws Exception {
    int number = 0;
    String answer = "";
    while (!answer.contains("\"Code\"")) {
      assertThat(number).isLessThan(100);
      answer = tag(IPAM, number++);
    }
    assertThat(number).isGreaterThan(2);
    assertThat(answer).contains("QuotaExceeded.TagsPerResource");
    assertThat(tag(APP, 0)).contains("\"Code\":\"ExceedLimitTag\"");
    assertThat(get("/_gateway/metrics"))
        .contains(
            "tagging_gateway_stored_refusals 2.0", "tagging_gateway_stored_limit_bytes 102400.0");
    assertThat(get("/_gateway/health/ready")).contains("limits.stored", "\"UP\"");
    assertThat(get("/?Format=JSON&Action=ListTagResources&ResourceId.1=r0" + IPAM)).contains("k18");
    for (int old = 0; old < number; old++) {
      assertThat(get("/?Format=JSON&Action=UntagResources&All=true&ResourceId.1=r" + old + IPAM))
          .doesNotContain("Code");
    }
    assertThat(tag(IPAM, 0)).doesNotContain("Code");
    assertThat(get("/_gateway/health/ready")).doesNotContain("limits.stored");
  }
}
