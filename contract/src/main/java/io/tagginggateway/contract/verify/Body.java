package io.tagginggateway.contract.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagginggateway.core.product.RowField;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An answer parsed without assumptions about its envelope, so that each check judges its own rule
 * and no other: rows are found in any envelope.
 *
 * @param root the name of the root element; empty in JSON
 * @param leaves its values in their order
 */
record Body(String root, List<BodyValue> leaves) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Reads an answer; one that is not well-formed is an error. */
  static Body parse(Format format, String text) throws IOException {
    List<BodyValue> leaves = new ArrayList<>();
    if (format == Format.JSON) {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw new IOException("no JSON object");
      }
      add(leaves, "", node);
      return new Body("", leaves);
    }
    Element root = xml(text);
    add(leaves, "", root);
    return new Body(root.getTagName(), leaves);
  }

  /** A value at the top, or null. */
  @Nullable String field(String name) {
    for (BodyValue leaf : leaves) {
      if (leaf.path().equals(name)) {
        return leaf.text();
      }
    }
    return null;
  }

  /** The value of this name that is in no row, wherever it is; null if there is none. */
  @Nullable BodyValue outsideRows(@Nullable String name) {
    for (BodyValue leaf : leaves) {
      if (leaf.name().equals(name) && leaf.path().indexOf('[') < 0) {
        return leaf;
      }
    }
    return null;
  }

  /** The rows, wherever they are. */
  List<Row> rows(AnswerNames names) {
    List<Row> rows = new ArrayList<>();
    for (Map<String, String> fields : rowFields(names)) {
      rows.add(
          new Row(
              fields.get(names.row(RowField.Meaning.TYPE)),
              fields.get(names.row(RowField.Meaning.RESOURCE_ID)),
              fields.get(names.row(RowField.Meaning.KEY)),
              fields.get(names.row(RowField.Meaning.VALUE))));
    }
    return rows;
  }

  /** The fields of each row, wherever the rows are; a name that comes again begins the next. */
  List<Map<String, String>> rowFields(AnswerNames names) {
    List<Map<String, String>> rows = new ArrayList<>();
    Map<String, String> current = new HashMap<>();
    for (BodyValue leaf : leaves) {
      if (leaf.path().indexOf('.') < 0 || !names.rowFields().contains(leaf.name())) {
        continue;
      }
      if (current.containsKey(leaf.name())) {
        rows.add(current);
        current = new HashMap<>();
      }
      current.put(leaf.name(), leaf.text());
    }
    if (!current.isEmpty()) {
      rows.add(current);
    }
    return rows;
  }

  /** Each path once, with the kind of value there, in the order of their first values. */
  List<String> shape() {
    Set<String> paths = new LinkedHashSet<>();
    leaves.forEach(leaf -> paths.add(leaf.path() + ":" + leaf.kind()));
    return List.copyOf(paths);
  }

  private static void add(List<BodyValue> leaves, String path, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = field.getKey();
        add(leaves, path.isEmpty() ? name : path + "." + name, field.getValue());
      }
    } else if (node.isArray() && node.isEmpty()) {
      leaves.add(new BodyValue(path + "[]", "empty", ""));
    } else if (node.isArray()) {
      node.forEach(item -> add(leaves, path + "[]", item));
    } else {
      leaves.add(
          new BodyValue(path, node.getNodeType().name().toLowerCase(Locale.ROOT), node.asText()));
    }
  }

  private static void add(List<BodyValue> leaves, String path, Element element) {
    boolean inner = false;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element childElement) {
        inner = true;
        String name = childElement.getTagName();
        add(leaves, path.isEmpty() ? name : path + "." + name, childElement);
      }
    }
    if (!inner && !path.isEmpty()) {
      leaves.add(new BodyValue(path, "text", element.getTextContent()));
    }
  }

  private static Element xml(String text) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException("no well-formed XML: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
