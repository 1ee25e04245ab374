package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The way of somebody who has no mouse. */
@Timeout(300)
final class KeyboardIT {
  private static final int MOST_STEPS = 80;

  @Test
  void aFaultIsArmedAndARequestReadWithoutAMouse() throws IOException, InterruptedException {
    try (RunningJar gateway = RunningJar.start();
        Browser browser = new Browser(gateway.url())) {
      browser.open("/_gateway/");
      press(browser, Keys.TAB);
      assertThat(focused(browser).getText()).isEqualTo("Skip to the content");
      tabTo(browser, "nav a[href$=faults]");
      press(browser, Keys.ENTER);
      browser.untilText("h1", "Faults");
      tabTo(browser, "[id='fault.code']");
      new Actions(browser.driver()).sendKeys("Throttling.User").perform();
      tabTo(browser, "#fault-form button.main");
      press(browser, Keys.ENTER);
      browser.untilText("[role=status]", "armed");
      assertThat(gateway.list("ipam-uq5dcfc2eqhpf4").body()).contains("Throttling.User");
      browser.open("/_gateway/");
      tabTo(browser, "table.requests tbody a");
      press(browser, Keys.ENTER);
      browser.untilText("#detail", "Throttling.User");
      browser.until(page -> focused(browser).getDomAttribute("id").equals("detail"));
      tabTo(browser, "#detail [data-copy=curl]");
      press(browser, Keys.SPACE);
      browser.until(page -> !focused(browser).getText().equals("Copy as curl"));
    }
  }

  private static WebElement focused(Browser browser) {
    return browser.driver().switchTo().activeElement();
  }

  private static void press(Browser browser, Keys key) {
    new Actions(browser.driver()).sendKeys(key).perform();
  }

  /** Goes on by the tabulator until the element has the focus, which must be seen on it. */
  private static void tabTo(Browser browser, String css) {
    for (int i = 0; i < MOST_STEPS; i++) {
      press(browser, Keys.TAB);
      String is = "return document.activeElement.matches(arguments[0])";
      if (Boolean.TRUE.equals(browser.script(is, css))) {
        String width = "return getComputedStyle(document.activeElement).outlineWidth";
        assertThat(browser.script(width)).as("the outline of " + css).isEqualTo("3px");
        return;
      }
    }
    throw new AssertionError(css + " is not reached by the tabulator");
  }
}
