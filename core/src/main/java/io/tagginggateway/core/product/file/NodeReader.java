package io.tagginggateway.core.product.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tagginggateway.core.product.ProductFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads the notation of a product file: YAML without aliases, or the JSON it is compiled to. */
final class NodeReader {
  private static final int MAX_DEPTH = 32;
  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private final JsonParser parser;

  private NodeReader(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * The document in a file's text.
   *
   * @throws ProductFileException if it is none
   */
  static Node yaml(String file, String text) {
    try (JsonParser parser = Yaml.parser(text)) {
      return new NodeReader(file, parser).document();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ProductFileException(file, line, "", firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new ProductFileException(file, 0, "", e.toString());
    }
  }

  /** The document in a compiled line. */
  static Node json(String origin, byte[] bytes, int offset, int length) {
    try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
      return new NodeReader(origin, parser).document();
    } catch (IOException e) {
      throw new ProductFileException(origin, 0, "", e.toString());
    }
  }

  private Node document() throws IOException {
    if (parser.nextToken() == null) {
      throw new ProductFileException(file, 0, "", "is empty");
    }
    Node document = node(0);
    if (parser.nextToken() != null) {
      throw error("has a second document");
    }
    return document;
  }

  private Node node(int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw error("is nested too deeply");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw error("has an alias; write the value out");
    }
    int line = line();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(line, depth);
      case START_ARRAY -> sequence(line, depth);
      case VALUE_STRING -> new Node.Scalar(Node.Scalar.Kind.TEXT, parser.getText(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Scalar(Node.Scalar.Kind.NUMBER, parser.getText(), line);
      case VALUE_TRUE, VALUE_FALSE ->
          new Node.Scalar(Node.Scalar.Kind.BOOLEAN, parser.getText(), line);
      case VALUE_NULL -> new Node.Scalar(Node.Scalar.Kind.NULL, "null", line);
      default -> throw error("has " + parser.currentToken() + " where a value must stand");
    };
  }

  private Node mapping(int line, int depth) throws IOException {
    Map<String, Node> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      entries.put(name, node(depth + 1));
    }
    return new Node.Mapping(Collections.unmodifiableMap(entries), line);
  }

  private Node sequence(int line, int depth) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Node.Sequence(List.copyOf(items), line);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private ProductFileException error(String reason) {
    return new ProductFileException(file, line(), "", reason);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /** A class of its own, so that the YAML parser is loaded only where YAML is read. */
  private static final class Yaml {
    private static final int MAX_CODE_POINTS = 1 << 20;

    static JsonParser parser(String text) throws IOException {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(MAX_CODE_POINTS);
      options.setAllowDuplicateKeys(false);
      YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
      if (text.isBlank()) {
        throw new JsonParseException(null, "is empty");
      }
      return factory
          .createParser(text)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    }
  }
}
