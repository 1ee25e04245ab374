package io.tagginggateway.core.document;

import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes with Woodstox: always a start and an end tag, and no white space between elements. */
final class XmlDocument implements Document {
  /** The end mark of a section, as the text of two sections. */
  private static final String SPLIT_END = "]]]]><![CDATA[>";

  private final XmlWriter writer;
  private final XMLStreamWriter xml;
  private final Deque<String> lists = new ArrayDeque<>(2);

  /** Elements that are open, besides the root. */
  private int open;

  XmlDocument(XmlWriter writer, String root, OutputStream out) throws IOException {
    this.writer = writer;
    try {
      xml = writer.start(out);
      xml.writeStartElement(root);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public Format format() {
    return Format.XML;
  }

  @Override
  public void field(String name, String value) throws IOException {
    startObject(name);
    try {
      xml.writeCharacters(XmlText.replaced(value));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    endObject();
  }

  @Override
  public void field(String name, long value) throws IOException {
    field(name, Long.toString(value));
  }

  @Override
  public void field(String name, boolean value) throws IOException {
    field(name, Boolean.toString(value));
  }

  @Override
  public void cdataField(String name, String value) throws IOException {
    startObject(name);
    try {
      xml.writeCData(XmlText.replaced(value).replace("]]>", SPLIT_END));
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    endObject();
  }

  @Override
  public void startObject(String name) throws IOException {
    try {
      xml.writeStartElement(name);
      open++;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void endObject() throws IOException {
    try {
      xml.writeEndElement();
      open--;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void startList(String name) {
    lists.push(name);
  }

  @Override
  public void startItem() throws IOException {
    startObject(lists.getFirst());
  }

  @Override
  public void item(String value) throws IOException {
    field(lists.getFirst(), value);
  }

  @Override
  public void endList() {
    lists.pop();
  }

  @Override
  public void close() throws IOException {
    try {
      for (; open >= 0; open--) {
        xml.writeEndElement();
      }
      writer.end();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
