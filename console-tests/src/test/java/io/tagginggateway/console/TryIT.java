package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Calls made from the console. */
@Timeout(300)
final class TryIT {

  @Test
  void twoProductsAnswerTheirDialectsInBothFormats() throws IOException {
    try (RunningJar gateway = RunningJar.start();
        Browser browser = new Browser(gateway.url())) {
      browser.open("/_gateway/console/try");
      browser.choose("#a-product", "VpcIpam 2023-02-28");
      browser.until(page -> browser.all("[id='a.ResourceId.1']").size() == 1);
      browser.choose("#b-product", "CloudAPI 2016-07-14");
      browser.until(page -> browser.all("[id='b.ResourceId.1']").size() == 1);
      browser.click("#try-form > p button");
      browser.until(page -> browser.all("#answers .answer").size() == 4);
      List<String> answers =
          browser.all("#answers .answer > pre").stream().map(WebElement::getText).toList();
      assertThat(answers.get(0)).contains("\"TagResources\" : [ {", "FinanceJoshua");
      assertThat(answers.get(1))
          .contains("<ListTagResourcesResponse>", "<TagKey>FinanceDept</TagKey>");
      assertThat(answers.get(2)).contains("\"TagResource\" : [ {", "\"NextToken\" : \"-1\"");
      assertThat(answers.get(3)).contains("<NextToken>-1</NextToken>");
      assertThat(browser.accessibilityProblems()).isEmpty();
      browser.choose("#a-operation", "TagResources");
      browser.until(
          page ->
              browser.all("[id='a.Tag.1.Key']").size() == 1 && browser.all("#answers").isEmpty());
      browser.type("[id='a.Tag.1.Key']", "tried");
      browser.type("[id='a.Tag.1.Value']", "<b>here</b>");
      browser.click("#try-form > p button");
      browser.until(page -> browser.all("#answers .answer.ok").size() == 4);
      browser.open("/_gateway/console/state?tag=tried");
      assertThat(browser.find("#resources").getText()).contains("<b>here</b>");
    }
  }

  @Test
  void aStrictGatewayIsCalledWithASignatureAndShowsNoneOfIt(@TempDir Path directory)
      throws IOException {
    Path fixture = directory.resolve("keys.yaml");
    Files.writeString(
        fixture,
        """
        accounts:
          - id: "1234567890123456"
            accessKeys: [{id: testid, secret: verysecretindeed}]
            resources:
              - {product: VpcIpam, region: cn-hangzhou, type: IPAM, id: one, tags: {a: b}}
        """);
    try (RunningJar gateway =
            RunningJar.start("--auth", "strict", "--fixtures", fixture.toString());
        Browser browser = new Browser(gateway.url())) {
      browser.open("/_gateway/console/try");
      browser.click("#try-form > p button");
      browser.until(page -> browser.all("#answers .answer.ok").size() == 2);
      browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(browser.find("#answers").getText()).contains("Signature=***");
      assertThat(browser.driver().getPageSource()).doesNotContain("verysecretindeed");
      browser.choose("#key", "");
      browser.click("#try-form > p button");
      browser.until(page -> browser.all("#answers .answer.bad").size() == 2);
      assertThat(browser.find("#answers").getText()).contains("MissingAccessKeyId");
      browser.open("/_gateway/console/connect");
      assertThat(browser.driver().getPageSource()).doesNotContain("verysecretindeed");
      assertThat(browser.text()).contains(gateway.url().substring("http://".length()), "testid");
    }
  }
}
