package io.tagginggateway.app.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A body as clients see it, in either format. The two envelopes are not taken for each other. */
public sealed interface AnswerBody {

  /** One row of a list. */
  record Row(String resourceId, String resourceType, String key, String value) {}

  /** A text field of the root; empty if it is not there. */
  String field(String name);

  /** The rows of VPC IPAM's flat list. */
  List<Row> flatRows();

  /** The rows of API Gateway's nested list. */
  List<Row> nestedRows();

  /** Reads a body. */
  static AnswerBody parse(String contentType, String text) {
    try {
      return contentType.contains("json")
          ? new Json(new ObjectMapper().readTree(text))
          : new Xml(
              DocumentBuilderFactory.newDefaultInstance()
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(text.getBytes(UTF_8)))
                  .getDocumentElement());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("no JSON: " + text, notJson);
    } catch (Exception notXml) {
      throw new AssertionError("no XML: " + text, notXml);
    }
  }

  /** A JSON body. */
  record Json(JsonNode root) implements AnswerBody {
    @Override
    public String field(String name) {
      return root.path(name).asText();
    }

    @Override
    public List<Row> flatRows() {
      return rows(root.path("TagResources"));
    }

    @Override
    public List<Row> nestedRows() {
      return rows(root.path("TagResources").path("TagResource"));
    }

    private static List<Row> rows(JsonNode array) {
      if (!array.isArray()) {
        throw new AssertionError("no list: " + array);
      }
      List<Row> rows = new ArrayList<>();
      for (JsonNode row : array) {
        rows.add(
            new Row(
                row.path("ResourceId").asText(),
                row.path("ResourceType").asText(),
                row.path("TagKey").asText(),
                row.path("TagValue").asText()));
      }
      return rows;
    }
  }

  /** An XML body. */
  record Xml(Element root) implements AnswerBody {
    @Override
    public String field(String name) {
      List<Element> found = children(root, name);
      return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    @Override
    public List<Row> flatRows() {
      return rows(children(root, "TagResources"));
    }

    @Override
    public List<Row> nestedRows() {
      List<Element> lists = children(root, "TagResources");
      if (lists.size() != 1) {
        throw new AssertionError("not one list, but " + lists.size());
      }
      return rows(children(lists.get(0), "TagResource"));
    }

    private static List<Row> rows(List<Element> elements) {
      List<Row> rows = new ArrayList<>();
      for (Element row : elements) {
        rows.add(
            new Row(
                text(row, "ResourceId"),
                text(row, "ResourceType"),
                text(row, "TagKey"),
                text(row, "TagValue")));
      }
      return rows;
    }

    private static String text(Element row, String name) {
      return children(row, name).get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
      List<Element> found = new ArrayList<>();
      for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element && element.getTagName().equals(name)) {
          found.add(element);
        }
      }
      return found;
    }
  }
}
