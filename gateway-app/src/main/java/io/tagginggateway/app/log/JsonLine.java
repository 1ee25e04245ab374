package io.tagginggateway.app.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * An event as one line of JSON. JSON allows in a string what steers a terminal, such as U+009B; it
 * is escaped here, which changes nothing of what a reader of JSON sees.
 */
final class JsonLine extends JsonEncoder {

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(super.encode(event), UTF_8);
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      // Below a space there is only the end of the line, outside of every string.
      escaped.append(c >= ' ' && VisibleText.isHidden(c) ? VisibleText.unicode(c) : c);
    }
    return escaped.toString().getBytes(UTF_8);
  }
}
