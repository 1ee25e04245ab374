package io.tagginggateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium with one window. A machine without Chromium fails here. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;
  private final WebDriverWait wait;
  private final String base;

  /** A browser for a gateway at this address. */
  Browser(String base) {
    this.base = base;
    assertThat(CHROMIUM).as("apt-get install chromium chromium-driver").exists();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--hide-scrollbars");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    wait = new WebDriverWait(driver, Duration.ofSeconds(30));
    size(1280, 900);
  }

  WebDriver driver() {
    return driver;
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** A window as narrow as a telephone's; Chromium's own is never below 500. */
  void emulate(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void dark(boolean dark) {
    Map<String, String> feature =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  void open(String path) {
    driver.get(base + path);
  }

  WebElement find(String css) {
    return wait.until(there -> there.findElement(By.cssSelector(css)));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits for something; what does not come within the time fails the test. */
  <T> T until(Function<WebDriver, T> condition) {
    return wait.until(condition);
  }

  void untilText(String css, String text) {
    wait.until(
        page ->
            page.findElements(By.cssSelector(css)).stream()
                .anyMatch(element -> textOf(element).contains(text)));
  }

  private static String textOf(WebElement element) {
    try {
      return element.getText();
    } catch (StaleElementReferenceException replaced) {
      return "";
    }
  }

  String text() {
    return find("main").getText();
  }

  /** Clicks what may be replaced at any moment, since the page is live. */
  void click(String css) {
    wait.until(
        page -> {
          try {
            page.findElement(By.cssSelector(css)).click();
            return true;
          } catch (StaleElementReferenceException | NoSuchElementException replaced) {
            return false;
          }
        });
  }

  void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  void choose(String css, String value) {
    new Select(find(css)).selectByValue(value);
  }

  /** Clicks what leads to another page, and waits until that is there. */
  void leave(String css) {
    WebElement main = find("main");
    click(css);
    wait.until(ExpectedConditions.stalenessOf(main));
    find("main");
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the browser complained of since the last call: refused scripts and styles, errors. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What axe finds wrong with the page for people who do not see it, or see it badly. */
  List<?> accessibilityProblems() throws IOException {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];axe.run(document).then(r =>"
                + " done(r.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html"
                + " + ' ' + n.failureSummary).join(' | ')))).catch(e => done([String(e)]))");
    return (List<?>) found;
  }

  /** Whether the page is wider than the window, so that it must be moved sideways to be read. */
  boolean isTooWide() {
    return (Boolean)
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Keeps a picture of the window for the documentation. */
  void picture(String name) throws IOException {
    Path directory = Path.of(System.getProperty("console.screenshots"));
    Files.createDirectories(directory);
    Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
