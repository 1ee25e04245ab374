package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: it opens from the menu, is accessible, fits, and breaks no policy. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {
  private static final List<String> PAGES =
      List.of(
          "/_gateway/",
          "/_gateway/console/state?account=1234567890123456&product=VpcIpam&region=cn-hangzhou"
              + "&type=IPAM&open=true",
          "/_gateway/console/state/diff",
          "/_gateway/console/state/resource",
          "/_gateway/console/faults",
          "/_gateway/console/try",
          "/_gateway/console/connect",
          "/_gateway/console/products",
          "/_gateway/console/product?code=CloudAPI&version=2016-07-14",
          "/_gateway/console/nowhere");

  private RunningJar gateway;
  private Browser browser;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    gateway = RunningJar.start();
    gateway.list("ipam-uq5dcfc2eqhpf4");
    gateway.list("");
    gateway.send("POST", "/_gateway/faults", "{\"fault\":{\"type\":\"delay\",\"millis\":1}}");
    browser = new Browser(gateway.url());
  }

  @AfterAll
  void stop() throws IOException {
    browser.close();
    gateway.close();
  }

  @Test
  void theAddressAloneLeadsToTheRequestsAndTheMenuToEachPage() {
    browser.open("/");
    assertThat(browser.driver().getCurrentUrl()).isEqualTo(gateway.url() + "/_gateway/");
    for (String section : List.of("Requests", "State", "Faults", "Try it", "Connect", "Products")) {
      browser.leave("nav li:nth-child(" + (1 + index(section)) + ") a");
      assertThat(browser.find("h1").getText()).isEqualTo(section);
      assertThat(browser.find("nav a[aria-current=page]").getText()).isEqualTo(section);
    }
  }

  private static int index(String section) {
    return List.of("Requests", "State", "Faults", "Try it", "Connect", "Products").indexOf(section);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void axeFindsNothingAndThePolicyIsKeptOnAnyPage(boolean dark) throws IOException {
    browser.dark(dark);
    browser.complaints();
    SoftAssertions all = new SoftAssertions();
    for (String page : PAGES) {
      browser.open(page);
      all.assertThat(browser.accessibilityProblems()).as(page).isEmpty();
      all.assertThat(browser.complaints().stream().filter(line -> !line.contains("404")).toList())
          .as(page)
          .isEmpty();
    }
    all.assertAll();
    browser.dark(false);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 1600})
  void everyPageFitsTheWindow(int width) {
    browser.emulate(width, 900);
    for (String page : PAGES) {
      browser.open(page);
      assertThat(browser.isTooWide()).as(page + " at " + width).isFalse();
    }
    browser.emulate(1280, 900);
  }

  @Test
  void noPageNamesAScriptOrStyleOfItsOwnOrOfElsewhere() throws IOException, InterruptedException {
    for (String page : PAGES) {
      var answer = gateway.send("GET", page, "", "Accept", "text/html");
      assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
          .startsWith("default-src 'none'")
          .doesNotContain("unsafe", "*", "http");
      assertThat(answer.headers().firstValue("x-frame-options")).contains("DENY");
      assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(answer.body())
          .doesNotContain("<style", " style=", "<script>", " onclick", "javascript:")
          .doesNotContainPattern("(src|href)=\"(https?:)?//");
    }
  }

  @Test
  void noPageShowsASecret() throws IOException, InterruptedException {
    for (String page : PAGES) {
      String body = gateway.send("GET", page, "", "Accept", "text/html").body();
      assertThat(body).as(page).doesNotContain("testsecret", "teststs/token");
    }
  }

  @Test
  void aProgramGetsTheListOfCallsWhereABrowserGetsThePage()
      throws IOException, InterruptedException {
    var index = gateway.send("GET", "/_gateway/", "");
    assertThat(index.headers().firstValue("content-type").orElse(""))
        .startsWith("application/json");
    assertThat(index.body()).contains("/_gateway/state", "/_gateway/faults");
  }
}
