package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Cookie;

/** A gateway with an admin token. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenIT {
  private static final String TOKEN = "correct horse battery staple";

  private RunningJar gateway;
  private Browser browser;

  @BeforeAll
  void start() throws IOException {
    gateway = RunningJar.start(Map.of("TAGGING_GATEWAY_ADMIN_TOKEN", TOKEN));
    browser = new Browser(gateway.url());
  }

  @AfterAll
  void stop() throws IOException {
    browser.close();
    gateway.close();
  }

  private Cookie logIn() {
    browser.driver().manage().deleteAllCookies();
    browser.open("/_gateway/console/state");
    assertThat(browser.driver().getCurrentUrl()).endsWith("/_gateway/console/login");
    browser.type("#token", TOKEN);
    browser.leave("form button.main");
    assertThat(browser.find("h1").getText()).isEqualTo("Requests");
    return browser.driver().manage().getCookies().iterator().next();
  }

  @Test
  void theTokenOpensASessionThatNoScriptAndNoOtherSiteCanUse() throws IOException {
    browser.driver().manage().deleteAllCookies();
    browser.open("/_gateway/");
    browser.type("#token", "wrong");
    browser.leave("form button.main");
    assertThat(browser.find("[role=alert]").getText()).isEqualTo("This is not the token.");
    assertThat(browser.accessibilityProblems()).isEmpty();
    assertThat(browser.driver().manage().getCookies()).isEmpty();
    Cookie cookie = logIn();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.getPath()).isEqualTo("/_gateway");
    assertThat(cookie.getValue()).doesNotContain(TOKEN);
    assertThat(browser.script("return document.cookie")).isEqualTo("");
    assertThat(browser.driver().getPageSource()).doesNotContain(TOKEN);
  }

  @Test
  void aSessionFollowsLiveArmsFaultsAndDownloadsAndEndsAtLogOut()
      throws IOException, InterruptedException {
    Cookie cookie = logIn();
    gateway.list("ipam-uq5dcfc2eqhpf4");
    browser.untilText("table.requests tbody tr", "ListTagResources");
    browser.leave("nav li:nth-child(3) a");
    browser.type("[id='fault.code']", "Throttling.User");
    browser.leave("#fault-form button.main");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).contains("Throttling.User");
    String session = cookie.getName() + "=" + cookie.getValue();
    assertThat(gateway.send("GET", "/_gateway/state?format=yaml", "", "Cookie", session).body())
        .contains("FinanceJoshua");
    browser.leave("header form button");
    assertThat(browser.driver().getCurrentUrl()).endsWith("/login");
    browser.open("/_gateway/console/faults");
    assertThat(browser.driver().getCurrentUrl()).endsWith("/login");
  }

  @Test
  void aSessionChangesNothingForPagesOfOtherOriginsAndCannotBeMadeUp()
      throws IOException, InterruptedException {
    Cookie cookie = logIn();
    String session = cookie.getName() + "=" + cookie.getValue();
    String[][] others = {
      {"Cookie", session},
      {"Cookie", session, "Origin", "http://127.0.0.1:1"},
      {"Cookie", session, "Origin", "null"},
      {"Cookie", session, "Origin", "http://evil.example"},
    };
    for (String[] headers : others) {
      assertThat(gateway.send("POST", "/_gateway/reset", "", headers).statusCode()).isEqualTo(403);
      assertThat(gateway.send("POST", "/_gateway/console/faults/clear", "", headers).statusCode())
          .isEqualTo(403);
    }
    String[] own = {"Cookie", session, "Origin", gateway.url()};
    assertThat(gateway.send("POST", "/_gateway/reset", "", own).statusCode()).isEqualTo(204);
    String later = cookie.getValue().replaceFirst("^[0-9]+", "99999999999");
    for (String made : new String[] {later, "", ".", "9999999999.", "x.y"}) {
      String[] headers = {"Cookie", cookie.getName() + "=" + made};
      assertThat(gateway.send("GET", "/_gateway/state", "", headers).statusCode()).isEqualTo(401);
    }
    String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
    String sent = "token=" + TOKEN.replace(' ', '+');
    assertThat(gateway.send("POST", "/_gateway/console/login", sent, form).statusCode())
        .isEqualTo(403);
  }
}
