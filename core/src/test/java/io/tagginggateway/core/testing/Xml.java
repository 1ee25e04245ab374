package io.tagginggateway.core.testing;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An XML answer, read by the JDK's own parser and not by the library that wrote it. */
public record Xml(Element root) {

  /** Parses a document; one that is not well-formed is an error. */
  public static Xml parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
      return new Xml(document.getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + text, e);
    }
  }

  /** The text of the only element of this name. */
  public String text(String name) {
    List<String> texts = texts(name);
    if (texts.size() != 1) {
      throw new AssertionError("elements named " + name + ": " + texts.size());
    }
    return texts.get(0);
  }

  /** The texts of all elements of this name, in order. */
  public List<String> texts(String name) {
    NodeList elements = root.getElementsByTagName(name);
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> elements.item(i).getTextContent())
        .toList();
  }
}
