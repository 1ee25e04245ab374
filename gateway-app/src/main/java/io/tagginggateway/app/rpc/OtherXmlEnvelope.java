package io.tagginggateway.app.rpc;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An XML answer of this gateway in the envelope of the other dialect. */
final class OtherXmlEnvelope {
  private static final String HEAD = "<?xml version='1.0' encoding='UTF-8'?>";

  private final StringBuilder out = new StringBuilder(HEAD);

  private OtherXmlEnvelope() {}

  static String of(String xml) {
    try {
      Element root =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      return new OtherXmlEnvelope().swapped(root);
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("an answer of this gateway is no XML", e);
    }
  }

  private String swapped(Element root) {
    out.append('<').append(root.getTagName()).append('>');
    List<Element> fields = children(root);
    boolean swapped = false;
    for (int i = 0; i < fields.size(); i++) {
      Element field = fields.get(i);
      List<Element> items = children(field);
      if (items.isEmpty()) {
        copy(field, field.getTagName());
      } else if (items.stream().anyMatch(item -> !children(item).isEmpty())) {
        items.forEach(item -> copy(item, field.getTagName()));
        swapped = true;
      } else {
        i = nest(fields, i);
        swapped = true;
      }
    }
    out.append("</").append(root.getTagName()).append('>');
    return swapped ? out.toString() : out.insert(HEAD.length(), "<Response>") + "</Response>";
  }

  /** Puts neighbours of one name into one element; returns the last of them. */
  private int nest(List<Element> fields, int first) {
    String name = fields.get(first).getTagName();
    out.append('<').append(name).append('>');
    int i = first;
    for (; i < fields.size() && fields.get(i).getTagName().equals(name); i++) {
      copy(fields.get(i), OtherEnvelope.itemName(name));
    }
    out.append("</").append(name).append('>');
    return i - 1;
  }

  private void copy(Element element, String name) {
    out.append('<').append(name).append('>');
    List<Element> children = children(element);
    children.forEach(child -> copy(child, child.getTagName()));
    if (children.isEmpty()) {
      escape(element.getTextContent());
    }
    out.append("</").append(name).append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#xD;");
        default -> out.append(c);
      }
    }
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
