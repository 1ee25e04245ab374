package example;

import static io.tagginggateway.testkit.ProductCodes.CLOUD_API;
import static io.tagginggateway.testkit.RequestMatch.listTagResources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagginggateway.testkit.RecordedRequest;
import io.tagginggateway.testkit.TaggingGateway;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client of another Vert.x reads page by page from the gateway beside it. */
@Timeout(60)
class PagesTest {
  @RegisterExtension static TaggingGateway gateway = TaggingGateway.empty().pageSize("CloudAPI", 2);

  private static final Vertx VERTX = Vertx.vertx();

  private final WebClient client = WebClient.create(VERTX);
  private final ObjectMapper json = new ObjectMapper();

  @AfterAll
  static void end() throws Exception {
    VERTX.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void readsEveryRowOfApiGateway() throws Exception {
    for (int i = 1; i <= 5; i++) {
      gateway.state().put("CloudAPI", "apiGroup", "group-" + i, Map.of("env", "test"));
    }

    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = json.readTree(page(token).bodyAsString());
      page.at("/TagResources/TagResource").forEach(row -> ids.add(row.get("ResourceId").asText()));
      token = page.get("NextToken").asText();
    } while (!token.equals("-1"));

    assertThat(ids)
        .containsExactlyInAnyOrder("group-1", "group-2", "group-3", "group-4", "group-5");
    assertThat(gateway.requests().action("ListTagResources"))
        .extracting(RecordedRequest::rows)
        .containsExactly(2, 2, 1);
  }

  @Test
  void bearsThrottling() throws Exception {
    gateway.fail(CLOUD_API, "Throttling.User").times(2);
    assertThat(page("").statusCode()).isEqualTo(400);
    assertThat(page("").statusCode()).isEqualTo(400);
    assertThat(page("").statusCode()).isEqualTo(200);
    gateway.verify(2, listTagResources().product(CLOUD_API).code("Throttling.User"));
  }

  private HttpResponse<Buffer> page(String token) throws Exception {
    return client
        .getAbs(gateway.url("CloudAPI") + "/")
        .addQueryParam("Action", "ListTagResources")
        .addQueryParam("Version", "2016-07-14")
        .addQueryParam("Format", "JSON")
        .addQueryParam("ResourceType", "apiGroup")
        .addQueryParam("Tag.1.Key", "env")
        .addQueryParam("NextToken", token)
        .send()
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }
}
