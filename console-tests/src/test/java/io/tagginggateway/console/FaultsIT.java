package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The page of faults: each set by the form, and suffered by a client. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsIT {
  private static final String ID = "ipam-uq5dcfc2eqhpf4";

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
    browser.open("/_gateway/console/faults");
  }

  @Test
  void anErrorOfTheProductStrikesAClientAndItsCountsMoveOnByThemselves()
      throws IOException, InterruptedException {
    browser.choose("#product", "VpcIpam");
    browser.untilText("#action", "ListTagResources");
    browser.until(page -> browser.all("[id='l-fault.code'] option").size() > 10);
    assertThat(browser.all("#action option[value=CreateApp]")).isEmpty();
    browser.choose("#action", "ListTagResources");
    browser.type("[id='fault.code']", "QuotaExceeded.TagsPerResource");
    browser.type("#times", "2");
    browser.leave("#fault-form button.main");
    assertThat(browser.find("[role=status]").getText()).isEqualTo("The fault is armed.");
    assertThat(gateway.list(ID).body()).contains("QuotaExceeded.TagsPerResource");
    browser.untilText("tbody td:nth-child(5)", "1");
    assertThat(gateway.list(ID).body()).contains("QuotaExceeded.TagsPerResource");
    assertThat(gateway.list(ID).body()).contains("FinanceJoshua");
    browser.untilText("tbody td", "used up");
  }

  @Test
  void eachKindAsksForWhatItNeeds() throws IOException, InterruptedException {
    browser.choose("#type", "body");
    browser.type("[id='fault.content']", "<!doctype html>not the answer");
    browser.type("[id='match.parameters']", "ResourceId.1=" + ID);
    browser.leave("#fault-form button.main");
    assertThat(gateway.list("other").body()).doesNotContain("not the answer");
    assertThat(gateway.list(ID).body()).isEqualTo("<!doctype html>not the answer");
    browser.choose("#type", "delay");
    browser.until(page -> browser.all("[id='fault.maxMillis']").size() == 1);
    browser.choose("#type", "reset");
    browser.until(page -> browser.all("[id='fault.maxMillis']").isEmpty());
    // The JDK's client asks again by itself, once.
    browser.type("#times", "0");
    browser.leave("#fault-form button.main");
    assertThatThrownBy(() -> gateway.list(ID)).isInstanceOf(IOException.class);
  }

  @Test
  void aFaultThatCannotBeIsRefusedWithWhatIsKnownAndTheFormStaysFilled() {
    browser.type("[id='fault.code']", "Throtling.User");
    browser.type("#probability", "7");
    browser.leave("#fault-form button.main");
    assertThat(browser.find("[role=alert]").getText()).isNotEmpty();
    assertThat(browser.find("[id='fault.code']").getDomProperty("value"))
        .isEqualTo("Throtling.User");
    assertThat(browser.text()).contains("Nothing goes wrong on purpose.");
  }

  @Test
  void aFaultIsRemoved() throws IOException, InterruptedException {
    browser.type("[id='fault.code']", "Throttling.User");
    browser.type("#times", "0");
    browser.leave("#fault-form button.main");
    assertThat(gateway.list(ID).body()).contains("Throttling.User");
    browser.untilText("tbody td:nth-child(5)", "1");
    browser.leave("tbody button");
    assertThat(gateway.list(ID).body()).contains("FinanceJoshua");
  }
}
