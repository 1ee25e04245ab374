package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.input.InputFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixture that is sent. Where the request does not say which notation it has, its beginning does:
 * a bracket begins JSON, names of columns begin a table, and all else is YAML. Read on a thread
 * that may block.
 */
final class FixtureBody {
  private static final int BEGINNING = 4096;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> COLUMNS = List.of("product", "region", "type", "id");

  private final StreamedBody body;
  private final BufferedInputStream in;
  private final @Nullable InputFormat declared;
  private final InputFormat found;

  private FixtureBody(
      StreamedBody body,
      BufferedInputStream in,
      @Nullable InputFormat declared,
      InputFormat found) {
    this.body = body;
    this.in = in;
    this.declared = declared;
    this.found = found;
  }

  /** Looks at the beginning of a body. */
  static FixtureBody of(StreamedBody body, @Nullable InputFormat declared) throws IOException {
    BufferedInputStream in = new BufferedInputStream(body, 2 * BEGINNING);
    in.mark(BEGINNING);
    String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    in.reset();
    boolean saysNothing = beginning.isBlank() || beginning.strip().equals("null");
    InputFormat found = saysNothing && declared != null ? declared : format(beginning);
    return new FixtureBody(body, in, declared, found);
  }

  private static InputFormat format(String beginning) {
    String text =
        (beginning.startsWith(BYTE_ORDER_MARK) ? beginning.substring(1) : beginning).strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      return InputFormat.JSON;
    }
    String line = text.lines().findFirst().orElse("").replace("\"", "").replace(" ", "");
    return Arrays.asList(line.split(",", -1)).containsAll(COLUMNS)
        ? InputFormat.CSV
        : InputFormat.YAML;
  }

  InputFormat format() {
    return declared == null ? found : declared;
  }

  FixtureSource source() {
    return new FixtureSource("body", format(), () -> in);
  }

  boolean isTooLarge() {
    return body.isTooLarge();
  }

  void drain() throws IOException {
    body.drain();
  }

  /** What to say first where the body is not what the request says. */
  String hint() {
    return declared == null || declared == found
        ? ""
        : "The content type says "
            + declared
            + ", the body looks like "
            + found
            + "; JSON goes as application/json, YAML as application/yaml, CSV as text/csv. ";
  }
}
