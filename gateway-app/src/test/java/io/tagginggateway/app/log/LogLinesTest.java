package io.tagginggateway.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers and fixtures say can neither make a line of the log nor steer a terminal. */
final class LogLinesTest {
  private static final String HOSTILE =
      "key\n12:00:00.000 ERROR Gateway - forged\r\u001b[2J\u009b31m\u007f\u2028\u202eend";

  @ParameterizedTest
  @CsvSource({
    "a\\b, a\\b",
    "'', ''",
    "\u4e2d\u6587 \u00e9, \u4e2d\u6587 \u00e9",
  })
  void visibleTextStaysAsItIs(String text, String shown) {
    assertThat(VisibleText.of(text)).isEqualTo(shown);
  }

  @Test
  void whatIsNotVisibleIsEscaped() {
    assertThat(VisibleText.of("a\n\r\t\u001b[0m\0\u0085\u2029b"))
        .isEqualTo("a\\n\\r\\t\\u001b[0m\\u0000\\u0085\\u2029b");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTextEventIsOneLine(boolean messageOnly) {
    TextLine layout = new TextLine(messageOnly);
    String line = layout.doLayout(event(null));
    assertThat(line).endsWith(System.lineSeparator()).contains("\\n12:00", "\\u001b[2J\\u009b31m");
    assertThat(line.stripTrailing().chars().mapToObj(c -> (char) c))
        .noneMatch(VisibleText::isHidden);
  }

  @Test
  void anExceptionsMessageMakesNoLineOfItsOwn() {
    Throwable problem = new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE));
    String text = new TextLine(false).doLayout(event(problem));
    assertThat(text.lines().skip(1))
        .hasSizeGreaterThan(3)
        .allMatch(
            line ->
                line.startsWith("java.lang.IllegalStateException: key\\n")
                    || line.startsWith("Caused by: java.lang.IllegalArgumentException: key\\n")
                    || line.startsWith("\tat ")
                    || line.startsWith("\t... "));
    assertThat(text).doesNotContain("\u001b", "\u009b");
  }

  @Test
  void aJsonEventIsOneLineThatReadsAsItWas() {
    JsonLine encoder = new JsonLine();
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    String line = new String(encoder.encode(event(null)), UTF_8);
    assertThat(line.stripTrailing().chars().mapToObj(c -> (char) c))
        .noneMatch(VisibleText::isHidden);
    assertThat(new JsonObject(line).getString("formattedMessage"))
        .isEqualTo("accounts[0]: " + HOSTILE);
  }

  private static LoggingEvent event(Throwable problem) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("Reload"), Level.ERROR, "accounts[0]: {}", problem, null);
    event.setMDCPropertyMap(Map.of());
    event.setArgumentArray(new Object[] {HOSTILE});
    return event;
  }
}
