package io.tagginggateway.core.document;

import com.ctc.wstx.stax.WstxOutputFactory;
import io.tagginggateway.core.request.Format;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes with Woodstox: always a start and an end tag, and no white space between elements. */
final class XmlDocument implements Document {
  private static final XMLOutputFactory FACTORY = factory();

  /** The end mark of a section, as the text of two sections. */
  private static final String SPLIT_END = "]]]]><![CDATA[>";

  private final XMLStreamWriter xml;
  private final Deque<String> lists = new ArrayDeque<>(2);

  XmlDocument(String root, OutputStream out) throws IOException {
    try {
      xml = FACTORY.createXMLStreamWriter(new KeptOpen(out), "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static XMLOutputFactory factory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    factory.configureForSpeed();
    // No answer has a namespace, so that no element needs to be looked up in any.
    factory.setProperty(WstxOutputFactory.XSP_NAMESPACE_AWARE, false);
    factory.setProperty(WstxOutputFactory.P_AUTOMATIC_EMPTY_ELEMENTS, false);
    // Only a writer that closes its output also gives its buffer of 4,000 bytes back for reuse.
    factory.setProperty(WstxOutputFactory.P_AUTO_CLOSE_OUTPUT, true);
    return factory;
  }

  /** Lets the writer close, but not what it writes to. */
  private static final class KeptOpen extends FilterOutputStream {
    private KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }

  @Override
  public Format format() {
    return Format.XML;
  }

  @Override
  public void field(String name, String value) throws IOException {
    try {
      xml.writeStartElement(name);
      xml.writeCharacters(XmlText.replaced(value));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
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
    try {
      xml.writeStartElement(name);
      xml.writeCData(XmlText.replaced(value).replace("]]>", SPLIT_END));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void startObject(String name) throws IOException {
    try {
      xml.writeStartElement(name);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void endObject() throws IOException {
    try {
      xml.writeEndElement();
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
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
