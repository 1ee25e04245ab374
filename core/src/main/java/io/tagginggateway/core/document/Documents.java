package io.tagginggateway.core.document;

import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens documents for threads that write many. A thread writes its JSON with one generator, and its
 * XML with another: to make and close one takes up to two thirds of the time in which a short
 * answer is written. Thread-safe.
 */
public final class Documents {
  @SuppressWarnings("ThreadLocalUsage") // one of these is there for as long as its threads
  private final ThreadLocal<@Nullable JsonWriter> ofJson = new ThreadLocal<>();

  @SuppressWarnings("ThreadLocalUsage") // the same
  private final ThreadLocal<@Nullable XmlWriter> ofXml = new ThreadLocal<>();

  /** Opens nothing yet. */
  public Documents() {}

  /**
   * Starts a document; see {@link Document#open}. A thread may have several open at once.
   *
   * @param root the name of the XML root element; JSON has none
   * @param out where the UTF-8 bytes go; it stays open
   */
  public Document open(Format format, String root, OutputStream out) throws IOException {
    return switch (format) {
      case JSON -> new JsonDocument(json(), out);
      case XML -> new XmlDocument(xml(), root, out);
    };
  }

  /** The one of this thread, or another one if a document that it wrote is open, or broke. */
  private JsonWriter json() throws IOException {
    JsonWriter own = ofJson.get();
    if (own == null || !own.isFree()) {
      own = new JsonWriter();
      ofJson.set(own);
    }
    return own;
  }

  private XmlWriter xml() throws IOException {
    XmlWriter own = ofXml.get();
    if (own == null || !own.isFree()) {
      own = new XmlWriter(/* kept= */ true);
      ofXml.set(own);
    }
    return own;
  }
}
