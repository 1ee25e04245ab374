package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The pages of the state: what is stored, edited, compared, loaded. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StateIT {
  private static final String DEMO =
      "/_gateway/console/state/resource?account=1234567890123456&product=VpcIpam"
          + "&region=cn-hangzhou&type=IPAM&id=ipam-uq5dcfc2eqhpf4";

  private RunningJar gateway;
  private Browser browser;

  @BeforeAll
  void start() throws IOException {
    gateway = RunningJar.start();
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

  private String resources() {
    return browser.all("#resources td").stream()
        .map(WebElement::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aPlaceLeadsToItsResourcesAndATagIsFoundAnywhere() {
    browser.open("/_gateway/console/state");
    assertThat(browser.text()).contains("2 resources with 3 tags in 1 account.");
    browser.leave("table tbody a");
    assertThat(browser.find("#resources h2").getText()).isEqualTo("Resources 1 to 1");
    browser.open("/_gateway/console/state");
    browser.type("#s-tag", "owner:zhangsan");
    browser.leave("form.filters button.main");
    assertThat(resources()).contains("285bb759342649a1b70c2093a772e087", "apiGroup");
    browser.type("#s-tag", "owner:nobody");
    browser.leave("form.filters button.main");
    assertThat(browser.text()).contains("Nothing is found.");
  }

  @Test
  void anEditIsSeenByAClientAndInTheDifferences() throws IOException, InterruptedException {
    browser.open(DEMO);
    browser.type("[name='tag.0.value']", "somebody <else>");
    browser.type("[name='tag.1.key']", "env");
    browser.type("[name='tag.1.value']", "test");
    browser.leave("form button.main");
    assertThat(browser.find("[role=status]").getText()).isEqualTo("The resource is saved.");
    String answer = gateway.list("ipam-uq5dcfc2eqhpf4").body();
    assertThat(answer).contains("somebody <else>", "\"TagKey\":\"env\"");
    browser.open("/_gateway/console/state/diff");
    assertThat(browser.text()).contains("1 resource differs", "changed", "somebody <else>", "env");
  }

  @Test
  void aTagThatBreaksTheProductsRulesIsRefusedAndNothingChanges()
      throws IOException, InterruptedException {
    browser.open(DEMO);
    browser.type("[name='tag.1.key']", "acs:mine");
    browser.leave("form button.main");
    assertThat(browser.find("[role=alert]").getText()).contains("acs:mine");
    assertThat(browser.find("[name='tag.1.key']").getDomProperty("value")).isEqualTo("acs:mine");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).doesNotContain("acs:mine");
  }

  @Test
  void aResourceIsAddedAndDeleted() throws IOException, InterruptedException {
    browser.open("/_gateway/console/state/resource");
    browser.type("#product", "VpcIpam");
    browser.type("#type", "ipam");
    browser.type("#region", "cn-hangzhou");
    browser.type("#id", "ipam-new");
    browser.type("[name='tag.0.key']", "from");
    browser.type("[name='tag.0.value']", "console");
    browser.leave("form button.main");
    assertThat(gateway.list("ipam-new").body()).contains("\"TagValue\":\"console\"");
    browser.click("details summary");
    browser.leave("button.danger");
    assertThat(browser.find("[role=status]").getText()).isEqualTo("The resource is deleted.");
    assertThat(gateway.list("ipam-new").body()).doesNotContain("console");
  }

  @Test
  void aBadFixtureShowsEachOfItsErrorsWithItsLineAndChangesNothing(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path bad = directory.resolve("bad<b>.yaml");
    Files.writeString(
        bad,
        """
        accounts:
          - id: "1234567890123456"
            resources:
              - {product: VpcIpam, region: cn-hangzhou, type: IPAN, id: one, tags: {a: b}}
              - {product: Nothing, region: cn-hangzhou, type: IPAM, id: two}
              - product: VpcIpam
                region: cn-hangzhou
                type: IPAM
                id: three
                tags: {"acs:x": y}
        """);
    browser.open("/_gateway/console/state");
    browser.find("#file").sendKeys(bad.toString());
    browser.leave("form[enctype] button.main");
    String problems = browser.find("[role=alert]").getText();
    assertThat(problems).contains("bad<b>.yaml:4", "IPAN", ":5", "Nothing", ":10", "acs:x");
    assertThat(browser.all("[role=alert] li")).hasSize(3);
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).contains("FinanceJoshua");
  }

  @Test
  void aGoodFixtureIsAddedOrReplacesEverything(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path good = directory.resolve("good.yaml");
    Files.writeString(
        good,
        """
        accounts:
          - id: "1234567890123456"
            resources:
              - {product: VpcIpam, region: cn-hangzhou, type: IPAM, id: one, tags: {a: uploaded}}
        """);
    browser.open("/_gateway/console/state");
    browser.find("#file").sendKeys(good.toString());
    browser.leave("form[enctype] button[formaction]");
    assertThat(browser.find("[role=status]").getText()).contains("beside what there was");
    assertThat(gateway.list("one").body()).contains("uploaded");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).contains("FinanceJoshua");
    browser.find("#file").sendKeys(good.toString());
    browser.leave("form[enctype] button.main");
    assertThat(browser.find("[role=status]").getText()).contains("in the place of all");
    assertThat(gateway.list("one").body()).contains("uploaded");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).doesNotContain("FinanceJoshua");
    browser.leave("button.danger");
    assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).contains("FinanceJoshua");
  }

  @Test
  void whatIsStoredIsShownAsText() throws IOException, InterruptedException {
    String attack = "<img src=x onerror='window.hit=1'>";
    String body =
        "{\"accounts\":[{\"id\":\"1234567890123456\",\"resources\":[{\"product\":\"CloudAPI\","
            + "\"region\":\"cn-hangzhou\",\"type\":\"api\",\"id\":\""
            + attack
            + "\","
            + "\"tags\":{\""
            + attack
            + "\":\""
            + attack
            + "\"},"
            + "\"systemTags\":{\"acs:"
            + attack
            + "\":\""
            + attack
            + "\"}}]}]}";
    assertThat(gateway.send("PATCH", "/_gateway/state", body).statusCode()).isEqualTo(204);
    browser.open(
        "/_gateway/console/state?tag=" + "%3Cimg%20src%3Dx%20onerror%3D'window.hit%3D1'%3E");
    assertThat(resources()).contains(attack);
    browser.leave("#resources td a");
    assertThat(browser.find("h1").getText()).contains(attack);
    assertThat(browser.find("[name='tag.0.value']").getDomProperty("value")).isEqualTo(attack);
    browser.open("/_gateway/console/state/diff");
    assertThat(browser.text()).contains(attack);
    assertThat(browser.script("return window.hit === undefined")).isEqualTo(true);
    assertThat(browser.all("main img")).isEmpty();
  }
}
