package io.tagginggateway.core.document;

import io.tagginggateway.core.request.Format;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer being written, from its first field to {@link #close}. One description serves both
 * formats: a list is an array in JSON, and its items repeat the list's name as elements in XML.
 *
 * <p>Not safe for several threads. Every method throws {@link IOException} when the output does.
 */
public sealed interface Document extends Closeable permits JsonDocument, XmlDocument {

  /**
   * Starts a document; {@link Documents} is for who writes many.
   *
   * @param root the name of the XML root element; JSON has none
   * @param out where the UTF-8 bytes go; it stays open
   */
  static Document open(Format format, String root, OutputStream out) throws IOException {
    return switch (format) {
      case JSON -> new JsonDocument(new JsonWriter(), out);
      case XML -> new XmlDocument(new XmlWriter(/* kept= */ false), root, out);
    };
  }

  /** The format being written, for the few fields that only one format has. */
  Format format();

  /** A text field. What XML 1.0 cannot carry becomes U+FFFD there. */
  void field(String name, String value) throws IOException;

  /** A number field. */
  void field(String name, long value) throws IOException;

  /** A true or false field. */
  void field(String name, boolean value) throws IOException;

  /** A text field under a name that many answers repeat. */
  default void field(FieldName name, String value) throws IOException {
    field(name.text(), value);
  }

  /** The same with a number. */
  default void field(FieldName name, long value) throws IOException {
    field(name.text(), value);
  }

  /** The same with true or false. */
  default void field(FieldName name, boolean value) throws IOException {
    field(name.text(), value);
  }

  /** A text field that XML carries in a CDATA section. */
  void cdataField(String name, String value) throws IOException;

  /** Starts an object that is itself a field. */
  void startObject(String name) throws IOException;

  /** Ends the object or the item begun last. */
  void endObject() throws IOException;

  /** Starts a list. */
  void startList(String name) throws IOException;

  /** Starts the next item of the list: an object, ended by {@link #endObject}. */
  void startItem() throws IOException;

  /** The next item of the list: a text. */
  void item(String value) throws IOException;

  /** Ends the list begun last. */
  void endList() throws IOException;
}
