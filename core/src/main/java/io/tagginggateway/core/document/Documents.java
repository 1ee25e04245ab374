package io.tagginggateway.core.document;

import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens documents for threads that write many. A thread writes its JSON with one generator: to make
 * and close one takes two thirds of the time in which a short answer is written. Thread-safe.
 */
public final class Documents {
  @SuppressWarnings("ThreadLocalUsage") // one of these is there for as long as its threads
  private final ThreadLocal<@Nullable JsonWriter> writers = new ThreadLocal<>();

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
      case JSON -> new JsonDocument(writer(), out);
      case XML -> new XmlDocument(root, out);
    };
  }

  /** The one of this thread, or another one if a document that it wrote is open, or broke. */
  private JsonWriter writer() throws IOException {
    JsonWriter own = writers.get();
    if (own == null || !own.isFree()) {
      own = new JsonWriter();
      writers.set(own);
    }
    return own;
  }
}
