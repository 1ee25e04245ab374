package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The page of requests: live, filtered, in detail. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestsIT {
  private RunningJar gateway;
  private Browser browser;

  @BeforeAll
  void start() throws IOException {
    gateway = RunningJar.start(Map.of("TAGGING_GATEWAY_JOURNAL_CAPACITY", "20000"));
    browser = new Browser(gateway.url());
  }

  @AfterAll
  void stop() throws IOException {
    browser.close();
    gateway.close();
  }

  @BeforeEach
  void forget() throws IOException, InterruptedException {
    gateway.send("POST", "/_gateway/reset", "");
  }

  @Test
  void aRequestAppearsWithoutAReload() throws IOException, InterruptedException {
    browser.open("/_gateway/");
    assertThat(browser.all("table.requests tbody tr")).isEmpty();
    browser.script("window.same = true");
    gateway.list("ipam-uq5dcfc2eqhpf4");
    browser.untilText("table.requests tbody tr", "ListTagResources");
    assertThat(browser.script("return window.same")).isEqualTo(true);
    gateway.send("GET", "/?Action=ListTagResource&Version=2023-02-28", "");
    browser.untilText("table.requests tbody tr.bad", "InvalidAction.NotFound");
  }

  @Test
  void aFilterNarrowsTheListAndAMistypedOneSaysWhatIsKnown()
      throws IOException, InterruptedException {
    gateway.list("ipam-uq5dcfc2eqhpf4");
    gateway.list("other");
    browser.open("/_gateway/");
    browser.type("#f-resourceId", "other");
    browser.leave("#filters button.main");
    assertThat(browser.all("table.requests tbody tr")).hasSize(1);
    assertThat(browser.find("#f-resourceId").getDomProperty("value")).isEqualTo("other");
    browser.type("#f-product", "VpcIpan");
    browser.leave("#filters button.main");
    assertThat(browser.find("[role=alert]").getText()).contains("product", "VpcIpam");
  }

  @Test
  void oneClickShowsParametersAnswerAndCodeToCopy() throws IOException, InterruptedException {
    gateway.list("ipam-uq5dcfc2eqhpf4");
    browser.open("/_gateway/");
    browser.click("table.requests tbody a");
    browser.untilText("#detail", "ipam-uq5dcfc2eqhpf4");
    String detail = browser.find("#detail").getText();
    assertThat(detail).contains("ResourceId.1", "FinanceJoshua", "curl --get", "Copy as curl");
    assertThat(browser.find("#junit").getText())
        .contains(
            "gateway.verify(",
            "listTagResources()",
            ".parameter(\"ResourceId.1\", \"ipam-uq5dcfc2eqhpf4\")");
    browser.click("[data-copy=curl]");
    browser.until(page -> !browser.find("[data-copy=curl]").getText().equals("Copy as curl"));
    assertThat(browser.accessibilityProblems()).isEmpty();
  }

  @Test
  void theNextRequestLikeThisIsThrottledAndTheOneAfterIsNot()
      throws IOException, InterruptedException {
    gateway.list("ipam-uq5dcfc2eqhpf4");
    browser.open("/_gateway/");
    browser.click("table.requests tbody a");
    browser.untilText("#detail button", "Throttle");
    browser.leave("#detail form button");
    assertThat(browser.find("[role=status]").getText()).isEqualTo("The fault is armed.");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).contains("Throttling.User");
    browser.untilText("td", "used up");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").statusCode()).isEqualTo(200);
  }

  @Test
  void ofTenThousandRequestsTheNewestAreShownAndTheSizeOfThePageIsBounded()
      throws IOException, InterruptedException {
    browser.open("/_gateway/");
    for (int i = 0; i < 10_000; i++) {
      gateway.send("GET", "/?Action=ListTagResources&Version=2016-07-14&n=" + i, "");
    }
    browser.untilText("#shown", "of 10,000 requests kept");
    browser.until(page -> browser.all("table.requests tbody tr").size() == 100);
    browser.click("table.requests tbody a");
    browser.untilText("#detail", "9999");
    browser.open("/_gateway/?limit=1000");
    assertThat(browser.all("table.requests tbody tr")).hasSize(1000);
    browser.leave("form.after button");
    assertThat(browser.all("table.requests tbody tr")).isEmpty();
  }

  @Test
  void theChartCountsRequestsAndErrors() throws IOException, InterruptedException {
    gateway.list("ipam-uq5dcfc2eqhpf4");
    gateway.send("GET", "/?Action=Nothing", "");
    browser.open("/_gateway/");
    browser.untilText("figcaption", "requests");
    assertThat(browser.all("svg rect.ok")).isNotEmpty();
    assertThat(browser.all("svg rect.error")).isNotEmpty();
  }

  @Test
  void whateverAClientSendsIsShownAsText() throws IOException, InterruptedException {
    String attack = "\"><img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>";
    String coded = URLEncoder.encode(attack, StandardCharsets.UTF_8);
    gateway.send(
        "GET",
        "/?Action="
            + coded
            + "&Version=2023-02-28&AccessKeyId="
            + coded
            + "&RegionId="
            + coded
            + "&"
            + coded
            + "="
            + coded
            + "&ResourceId.1="
            + coded,
        "",
        "User-Agent",
        attack);
    gateway.send(
        "GET",
        "/?Action=ListTagResources&Version=2016-07-14&ResourceType="
            + coded
            + "&AccessKeyId="
            + coded,
        "");
    browser.open("/_gateway/?product=" + coded + "&code=" + coded + "&hint=" + coded);
    assertThat(browser.find("#f-product").getDomProperty("value")).isEqualTo(attack);
    assertHarmless();
    browser.open("/_gateway/");
    assertThat(browser.find("table.requests").getText()).contains("<script>");
    for (int row = 1; row <= 2; row++) {
      browser.click("table.requests tbody tr:nth-child(" + row + ") a");
      browser.untilText("#detail", "<script>");
      assertHarmless();
    }
    for (String page : new String[] {"state", "faults", "products", "try", "request", "product"}) {
      String query = "search=" + coded + "&tag=" + coded + "&id=" + coded + "&account=" + coded;
      String more = "&match.product=" + coded + "&fault.code=" + coded + "&a.product=" + coded;
      browser.open("/_gateway/console/" + page + "?" + query + more + "&done=" + coded);
      assertHarmless();
    }
  }

  private void assertHarmless() {
    assertThat(browser.script("return window.hit === undefined")).isEqualTo(true);
    assertThat(browser.all("main img, main script")).isEmpty();
  }
}
