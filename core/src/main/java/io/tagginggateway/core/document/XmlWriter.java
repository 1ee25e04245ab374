package io.tagginggateway.core.document;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A generator of XML, for one document or for one after the other. */
final class XmlWriter extends ReusedOutput {
  private static final XMLOutputFactory FACTORY = factory();

  private final XMLStreamWriter xml;
  private final boolean kept;
  private boolean free = true;

  /**
   * A generator.
   *
   * @param kept whether it writes more than one document
   */
  XmlWriter(boolean kept) throws IOException {
    this.kept = kept;
    try {
      xml = FACTORY.createXMLStreamWriter(this, "UTF-8");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static XMLOutputFactory factory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    factory.configureForSpeed();
    // Else a second document would be refused, as a second root element of the first one.
    factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, false);
    // No answer has a namespace, so that no element needs to be looked up in any.
    factory.setProperty(WstxOutputFactory.XSP_NAMESPACE_AWARE, false);
    factory.setProperty(WstxOutputFactory.P_AUTOMATIC_EMPTY_ELEMENTS, false);
    // Only a generator that closes its output also gives its buffer of 4,000 bytes back for reuse.
    factory.setProperty(WstxOutputFactory.P_AUTO_CLOSE_OUTPUT, true);
    return factory;
  }

  /** Whether the last document is over, and was handed over. */
  boolean isFree() {
    return free;
  }

  /** Starts a document. */
  XMLStreamWriter start(OutputStream target) throws XMLStreamException {
    free = false;
    to(target);
    xml.writeStartDocument("UTF-8", "1.0");
    return xml;
  }

  /** Hands over what is written, once all elements are ended, and holds the output no longer. */
  void end() throws XMLStreamException {
    if (kept) {
      xml.flush();
    } else {
      xml.close();
    }
    toNowhere();
    free = kept;
  }
}
