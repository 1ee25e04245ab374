package io.tagginggateway.core.product.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A value in a product file, with its line. Immutable. */
sealed interface Node {

  /** The line it begins on, from 1; 0 where lines are not known. */
  int line();

  /** Writes it as JSON. */
  void write(JsonGenerator json) throws IOException;

  /**
   * A text, a number, a boolean or null.
   *
   * @param kind which of them
   * @param text the value as text
   */
  record Scalar(Kind kind, String text, int line) implements Node {
    enum Kind {
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
      switch (kind) {
        case TEXT -> json.writeString(text);
        case NUMBER -> json.writeNumber(text);
        case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(text));
        case NULL -> json.writeNull();
      }
    }
  }

  /**
   * Values by name.
   *
   * @param entries in the order of the file
   */
  record Mapping(Map<String, Node> entries, int line) implements Node {
    @Override
    public void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      for (Map.Entry<String, Node> entry : entries.entrySet()) {
        json.writeFieldName(entry.getKey());
        entry.getValue().write(json);
      }
      json.writeEndObject();
    }
  }

  /**
   * Values in order.
   *
   * @param items in the order of the file
   */
  record Sequence(List<Node> items, int line) implements Node {
    @Override
    public void write(JsonGenerator json) throws IOException {
      json.writeStartArray();
      for (Node item : items) {
        item.write(json);
      }
      json.writeEndArray();
    }
  }
}
