package io.tagginggateway.store.postgresql.tags;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tagginggateway.core.tag.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Tags as a column holds them: one JSON object, keys to values. */
final class TagJson {
  private static final JsonFactory JSON = new JsonFactory();

  private TagJson() {}

  static String write(List<Tag> tags) {
    if (tags.isEmpty()) {
      return "{}";
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.writeStartObject();
      for (Tag tag : tags) {
        generator.writeStringField(tag.key(), tag.value());
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The tags in the order in which the column has them, which is none. */
  static List<Tag> read(String json) {
    List<Tag> tags = new ArrayList<>();
    if (json.equals("{}")) {
      return tags;
    }
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        tags.add(new Tag(key, parser.getText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tags;
  }
}
