package io.tagginggateway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user's own product: its file beside the jar, and nothing else. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OwnProductIT {
  private static final Path FILE =
      Path.of("src/test/resources/products/Depot-2024-02-03.yaml").toAbsolutePath();
  private static final String LISTED =
      """
      {"TagResources":{"TagResource":[{"ResourceId":"s-1","ResourceType":"ALIYUN::DEPOT::SHELF",\
      "TagKey":"team","TagValue":"shop"}]},"MaxResults":5,"NextToken":"none","RequestId":\
      """;

  @TempDir Path work;

  private final HttpClient client = HttpClient.newHttpClient();
  private JarProcess gateway;
  private int port;

  @AfterEach
  void stop() {
    if (gateway != null) {
      gateway.close();
    }
  }

  private void start(Map<String, String> environment, String... args) throws IOException {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--port";
    all[args.length + 1] = "0";
    gateway = JarProcess.start(environment, all);
    port = gateway.port();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return client.send(request.uri(uri).build(), BodyHandlers.ofString());
  }

  /** Calls the product by its version. */
  private HttpResponse<String> depot(String query) throws Exception {
    return get("/?Version=2024-02-03&ResourceType=shelf&ResourceId.1=s-1&" + query);
  }

  private void isServed() throws Exception {
    HttpResponse<String> tagged = depot("Action=TagResources&Tag.1.Key=team&Tag.1.Value=shop");
    assertThat(tagged.body()).contains("\"Success\":true");
    assertThat(depot("Action=ListTagResources").body()).startsWith(LISTED);
    assertThat(depot("Action=untagresources&Format=XML&TagKey.1=team").body())
        .contains("<UnTagResourcesResponse>", "<Success>true</Success>");
    HttpResponse<String> bad = depot("Action=TagResources&Tag.1.Key=acs:a");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("\"Code\":\"Depot.BadKey\"");
  }

  @Test
  void isServedListedSpoiledAndCounted() throws Exception {
    start(Map.of(), "--product", FILE.toString());
    isServed();
    assertThat(get("/_gateway/products").body())
        .contains("\"Depot\"", "depot.<region>.example.com");
    JsonObject file = new JsonObject(get("/_gateway/products/Depot").body());
    assertThat(file.getString("text")).isEqualTo(Files.readString(FILE));
    assertThat(file.getString("file")).isEqualTo(FILE.toString());
    assertThat(file.getJsonArray("facts").stream().map(Object::toString))
        .contains(
            "{\"path\":\"tags[0].types.names[1]\",\"value\":\"CRATE\",\"standing\":\"seen\","
                + "\"source\":\"the help page\",\"note\":\"not on the page\"}");
    String fault =
        "{\"match\":{\"product\":\"Depot\"},\"fault\":{\"type\":\"error\",\"code\":\"%s\"}}";
    assertThat(addFault(fault.formatted("Depot.TwiceTheSame"))).isEqualTo(201);
    assertThat(addFault(fault.formatted("No.Such"))).isEqualTo(400);
    assertThat(depot("Action=ListTagResources").statusCode()).isEqualTo(409);
    assertThat(get("/_gateway/metrics").body().lines())
        .contains(
            "tagging_gateway_requests_total{action=\"ListTagResources\",code=\"Depot.TwiceTheSame\",format=\"JSON\",product=\"Depot\"}"
                + " 1.0",
            "tagging_gateway_requests_total{action=\"UnTagResources\",code=\"OK\",format=\"XML\","
                + "product=\"Depot\"} 1.0");
    assertThat(get("/_gateway/requests?product=Depot&code=Depot.TwiceTheSame").body())
        .contains("\"ListTagResources\"");
    assertThat(get("/_gateway/contracts").body())
        .contains("/_gateway/contracts/product-file.schema.json");
    assertThat(get("/_gateway/contracts/fixtures.schema.json").body())
        .contains("\"types-of-Depot\"", "\"CRATE\"");
    assertThat(new JsonObject(get("/_gateway/products/Kms").body()).getJsonArray("facts").stream())
        .as("errors that a file leaves to the family are told too")
        .anyMatch(fact -> fact.toString().contains("tags[0].errors.no-tags.tag.code"));
    assertThat(get("/_gateway/contracts/product-file.schema.json").body())
        .startsWith("{")
        .contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
  }

  private int addFault(String rule) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(rule));
    return send(request, "/_gateway/faults").statusCode();
  }

  @Test
  void isFoundRelativeToTheConfigurationFile() throws Exception {
    Path config = Files.createDirectory(work.resolve("etc")).resolve("gateway.yaml");
    Files.copy(FILE, Files.createDirectory(work.resolve("etc/own")).resolve("depot.yaml"));
    Files.writeString(
        config, "product-files: [own/depot.yaml]\nenabled-products: [Depot]\ndemo: false\n");
    start(Map.of(), "--config", config.toString());
    isServed();
    assertThat(get("/?Action=ListTagResources&Version=2023-02-28").body())
        .contains("InvalidProduct.NotFound");
    assertThat(get("/_gateway/products/VpcIpam").statusCode()).isEqualTo(404);
  }

  @Test
  void isFoundByTheEnvironment() throws Exception {
    start(Map.of("TAGGING_GATEWAY_PRODUCT_FILES", FILE.toString()));
    isServed();
  }

  @Test
  void whatIsWrongIsOneLine() throws Exception {
    String text = Files.readString(FILE);
    Path bad = Files.writeString(work.resolve("bad.yaml"), text.replace("ids: 30", "ids: many"));
    int line = (int) text.substring(0, text.indexOf("ids: 30")).lines().count();
    refuses(
        bad + ":" + line + ": tags[0].limits.ids: must be a whole number from 1 to 10000",
        "--product",
        bad.toString());
    Path copy =
        Files.writeString(
            work.resolve("copy.yaml"),
            text.replace("Depot", "Store")
                .replace("02-03", "02-04")
                .replace("label: depot", "label: store"));
    refuses(
        copy
            + ": hosts: Store 2024-02-04 claims the host depot.<region>.example.com, and so does"
            + " Depot 2024-02-03 of "
            + FILE,
        "--product",
        FILE.toString(),
        "--product",
        copy.toString());
    Path clash =
        Files.writeString(work.resolve("clash.yaml"), text.replace("2024-02-03", "2023-02-28"));
    assertThat(failure(Map.of(), "--product", clash.toString()))
        .contains("the version 2023-02-28", "Depot 2023-02-28", "VpcIpam 2023-02-28", "clash.yaml");
    Path none = work.resolve("none.yaml");
    refuses(none + ": cannot be read: there is no such file", "--product", none.toString());
    Path config =
        Files.writeString(work.resolve("gateway.yaml"), "enabled-products: [VpcIpam, Nope]");
    assertThat(failure(Map.of(), "--config", config.toString()))
        .startsWith("tagging-gateway: enabled-products: no product Nope; there are ")
        .contains("VpcIpam");
    Path other = Files.writeString(work.resolve("other.yaml"), "product-files: [bad.yaml]");
    assertThat(failure(Map.of(), "--config", other.toString()))
        .startsWith("tagging-gateway: " + bad + ":" + line);
    assertThat(failure(Map.of("TAGGING_GATEWAY_ENABLED_PRODUCTS", "Nope")))
        .startsWith("tagging-gateway: enabled-products: no product Nope; there are ");
    Path wrongType = Files.writeString(work.resolve("type.yaml"), "product-files: own.yaml");
    assertThat(failure(Map.of(), "--config", wrongType.toString())).contains("product-files");
  }

  private void refuses(String message, String... args) throws Exception {
    assertThat(failure(Map.of(), args)).isEqualTo("tagging-gateway: " + message + "\n");
  }

  /** What a start that fails says: one line on standard error, and nothing else. */
  private String failure(Map<String, String> environment, String... args) throws Exception {
    JarProcess.Ended ended = JarProcess.run(environment, args);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    return ended.err();
  }
}
