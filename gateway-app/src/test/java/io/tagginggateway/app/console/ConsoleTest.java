package io.tagginggateway.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.StartedGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console over plain HTTP; in a browser it is tested by the module console-tests. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConsoleTest {
  private static final String DEMO =
      "account=1234567890123456&product=VpcIpam&region=cn-hangzhou&type=IPAM"
          + "&id=ipam-uq5dcfc2eqhpf4";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private StartedGateway gateway;

  @BeforeAll
  void start() {
    gateway = new StartedGateway();
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() throws IOException, InterruptedException {
    send("POST", "/_gateway/reset", "");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway.url() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return send("GET", "/_gateway/" + path, "", "Accept", "text/html");
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(
        "POST",
        "/_gateway/console/" + path,
        form,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Origin",
        gateway.url());
  }

  private String list() throws IOException, InterruptedException {
    String query =
        "/?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM";
    return send("GET", query + "&ResourceId.1=ipam-uq5dcfc2eqhpf4", "").body();
  }

  @ParameterizedTest
  @CsvSource({
    "'', Requests",
    "console/state, 2 resources with 3 tags in 1 account",
    "'console/state?product=VpcIpam&open=true', ipam-uq5dcfc2eqhpf4",
    "'console/state?tag=owner', 285bb759342649a1b70c2093a772e087",
    "console/state/diff, Nothing differs",
    "console/state/resource, A new resource",
    "console/faults, A new fault",
    "'console/faults/form?fault.type=html', fault.status",
    "console/try, ResourceId.1",
    "'console/try?a.product=Tag+2018-08-28', ResourceARN",
    "'console/try?a.product=Sts+2015-04-01&a.operation=AssumeRole', RoleSessionName",
    "'console/try?a.product=VpcIpam+2023-02-28&a.operation=ListIpams', IpamIds.1",
    "console/connect, YOUR-SECRET",
    "'console/products?search=ipam', VpcIpam",
    "'console/product?code=CloudAPI&version=2016-07-14', end-token",
    "console/assets/console.css, :root",
    "console/assets/htmx.min.js, htmx",
    "console/assets/sse.js, EventSource",
    "console/assets/icon.svg, <svg",
  })
  void everyPageAnswers(String path, String text) throws IOException, InterruptedException {
    HttpResponse<String> page = page(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(text);
    assertThat(page.headers().firstValue("content-security-policy")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "console/nowhere",
    "console/request?id=x",
    "console/product?code=VpcIpam&version=1",
    "console/assets/Console.class",
    "'console/state/resource?product=VpcIpam&id=none&type=IPAM&region=cn-hangzhou&account=1'",
  })
  void whatIsNotThereIsNotFound(String path) throws IOException, InterruptedException {
    assertThat(page(path).statusCode()).isEqualTo(404);
  }

  @Test
  void anAssetIsSentOnceForEachVersion() throws IOException, InterruptedException {
    String tag = page("console/assets/console.js").headers().firstValue("etag").orElseThrow();
    HttpResponse<String> again =
        send("GET", "/_gateway/console/assets/console.js", "", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void aRequestIsListedFoundByItsFilterAndShownWithItsAnswer()
      throws IOException, InterruptedException {
    list();
    send("GET", "/?Action=ListTagResource&Version=2023-02-28", "");
    assertThat(page("?status=200").body())
        .contains("ListTagResources")
        .doesNotContain("InvalidAction.NotFound");
    assertThat(page("?product=VpcIpan").body()).contains("VpcIpam", "role=\"alert\"");
    String rows = page("console/requests/rows?status=200").body();
    String link = rows.replaceFirst("(?s).*?/_gateway/(console/request\\?id=[^\"]*)\".*", "$1");
    assertThat(page(link).body()).contains("FinanceJoshua", "curl --get", "ResourceId.1");
    assertThat(page("console/requests/chart").body()).contains("<figcaption>", "<svg");
  }

  @Test
  void aResourceIsSavedThroughTheRulesOfItsProductAndDeleted()
      throws IOException, InterruptedException {
    HttpResponse<String> saved =
        post("state/resource", DEMO + "&declared=true&tag.0.key=a&tag.0.value=b");
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(list()).contains("\"TagKey\":\"a\"").doesNotContain("FinanceDept");
    assertThat(page("console/state/diff").body()).contains("1 resource differs", "FinanceDept");
    HttpResponse<String> bad = post("state/resource", DEMO + "&tag.0.key=acs%3Ax&tag.0.value=b");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("acs:x");
    assertThat(post("state/resource", "new=true").body()).contains("The field id is empty.");
    assertThat(post("state/resource/delete", DEMO).statusCode()).isEqualTo(303);
    assertThat(post("state/resource/delete", DEMO).statusCode()).isEqualTo(404);
    assertThat(list()).contains("\"TagResources\":[]");
    assertThat(post("state/reset", "").statusCode()).isEqualTo(303);
    assertThat(list()).contains("FinanceJoshua");
  }

  @Test
  void aFileIsLoadedOrAllThatIsWrongWithItIsTold() throws IOException, InterruptedException {
    String bad = "accounts:\n  - id: '1'\n    resources: [{product: X}]\n  - 7\n";
    HttpResponse<String> refused = upload("as=all", "bad.yaml", bad);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("bad.yaml:3", "bad.yaml:4", "role=\"alert\"");
    assertThat(list()).contains("FinanceJoshua");
    String yaml =
        "accounts: [{id: '1234567890123456', resources: [{product: VpcIpam, region: cn-hangzhou,"
            + " type: IPAM, id: one, tags: {up: loaded}}]}]";
    assertThat(upload("as=more", "more.yaml", yaml).statusCode()).isEqualTo(303);
    assertThat(list()).contains("FinanceJoshua");
    assertThat(upload("as=all", "all.yaml", yaml).statusCode()).isEqualTo(303);
    assertThat(list()).contains("\"TagResources\":[]");
    assertThat(page("console/state?tag=up:loaded").body()).contains(">one<");
    assertThat(upload("as=all", "", "").body()).contains("No file was sent.");
  }

  private HttpResponse<String> upload(String query, String name, String content)
      throws IOException, InterruptedException {
    String part =
        "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + content
            + "\r\n--xx--\r\n";
    return send(
        "POST",
        "/_gateway/console/state/load?" + query,
        part,
        "Content-Type",
        "multipart/form-data; boundary=xx",
        "Origin",
        gateway.url());
  }

  @Test
  void aFaultIsArmedByTheFormAndRemoved() throws IOException, InterruptedException {
    String rule = "match.product=VpcIpam&fault.type=error&fault.code=Throttling.User&times=0";
    assertThat(post("faults", rule + "&match.parameters=ResourceType%3DIPAM").statusCode())
        .isEqualTo(303);
    assertThat(list()).contains("Throttling.User");
    String rows = page("console/faults/rows").body();
    assertThat(rows).contains("Throttling.User", "for ever", "armed");
    String id = rows.replaceFirst("(?s).*?name=\"id\" value=\"([^\"]*)\".*", "$1");
    assertThat(post("faults/delete", "id=" + id).statusCode()).isEqualTo(303);
    assertThat(list()).contains("FinanceJoshua");
    HttpResponse<String> bad = post("faults", "fault.type=delay&fault.millis=long");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("fault.millis", "value=\"long\"");
  }

  @Test
  void aCallIsMadeInBothFormats() throws IOException, InterruptedException {
    String call =
        "a.product=VpcIpam+2023-02-28&a.of=VpcIpam+2023-02-28&a.operation=ListTagResources";
    String fields = "&a.p%3ARegionId=cn-hangzhou&a.p%3AResourceType=IPAM&key=testid";
    String body =
        post("try/answers", call + fields + "&a.p%3AResourceId.1=ipam-uq5dcfc2eqhpf4").body();
    assertThat(body).contains("JSON: 200", "XML: 200", "FinanceJoshua", "Signature=***");
    String roa = "a.product=CS+2015-12-15&a.of=x";
    assertThat(post("try/answers", roa).body()).contains("JSON: ", "XML: ");
  }

  @Test
  void whatIsSentIsEscapedWhereverItIsShown() throws IOException, InterruptedException {
    String attack = "\"'><script>alert(1)</script>";
    String coded = URLEncoder.encode(attack, StandardCharsets.UTF_8);
    send("GET", "/?Action=" + coded + "&Version=2023-02-28&AccessKeyId=" + coded, "");
    List<String> pages = new ArrayList<>(List.of("", "?product=" + coded, "?hint=" + coded));
    for (String page : List.of("state", "faults", "products", "try", "connect", "request")) {
      pages.add("console/" + page + "?search=" + coded + "&tag=" + coded + "&id=" + coded);
    }
    pages.add("console/faults?match.product=" + coded + "&fault.code=" + coded);
    pages.add("console/state/resource?product=" + coded + "&type=" + coded);
    for (String page : pages) {
      assertThat(page(page).body()).as(page).doesNotContain("<script>");
    }
  }

  @Test
  void anOpenPageHearsOfRequestsAndNoMoreThanSixteenListen()
      throws IOException, InterruptedException {
    List<BufferedReader> streams = new ArrayList<>();
    try {
      for (int i = 0; i < EventStreams.MAX_STREAMS; i++) {
        HttpResponse<InputStream> stream = stream();
        assertThat(stream.statusCode()).isEqualTo(200);
        streams.add(
            new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8)));
      }
      assertThat(stream().statusCode()).isEqualTo(503);
      list();
      for (BufferedReader stream : streams) {
        String line = stream.readLine();
        while (!"event: requests".equals(line)) {
          assertThat(line).isNotNull();
          line = stream.readLine();
        }
      }
    } finally {
      for (BufferedReader stream : streams) {
        stream.close();
      }
    }
  }

  @Test
  void anOpenPageIsToldThatTheGatewayStopsAndHoldsUpNothing()
      throws IOException, InterruptedException {
    InputStream events;
    try (StartedGateway other = new StartedGateway()) {
      events = stream(other).body();
    }
    // A connection that is cut off at the end of the grace time fails here.
    assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8)).startsWith("retry: ");
  }

  private HttpResponse<InputStream> stream() throws IOException, InterruptedException {
    return stream(gateway);
  }

  private HttpResponse<InputStream> stream(StartedGateway of)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(of.url() + "/_gateway/console/events")).build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  @Test
  void aPageOfAnotherOriginChangesNothing() throws IOException, InterruptedException {
    for (String path : List.of("state/reset", "faults", "faults/clear", "state/load?as=all")) {
      HttpResponse<String> answer =
          send("POST", "/_gateway/console/" + path, "", "Origin", "http://evil.example");
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
    }
  }
}
