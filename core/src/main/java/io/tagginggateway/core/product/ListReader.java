package io.tagginggateway.core.product;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of a request in the encoding that the product uses. A JSON list that is not one
 * reads as null.
 */
final class ListReader {
  private static final JsonFactory JSON = new JsonFactory();

  private ListReader() {}

  /** The texts of a list, in their order. */
  static @Nullable List<String> texts(
      Parameters parameters, String name, ListEncodings.Encoding encoding) {
    return switch (encoding) {
      case INDEXED -> NumberedList.values(parameters, name);
      case COMMA -> commaSeparated(parameters.get(name));
      case JSON -> jsonTexts(parameters.get(name));
    };
  }

  /** The tags of a list, in their order. */
  static @Nullable Collection<NumberedList.Member> tags(
      Parameters parameters, String name, ListEncodings.Encoding encoding) {
    return switch (encoding) {
      case INDEXED -> NumberedList.members(parameters, name);
      case JSON -> jsonTags(parameters.get(name));
      case COMMA -> throw new IllegalStateException("tags are never separated by commas");
    };
  }

  private static List<String> commaSeparated(@Nullable String sent) {
    return sent == null || sent.isEmpty() ? List.of() : List.of(sent.split(",", -1));
  }

  private static @Nullable List<String> jsonTexts(@Nullable String sent) {
    List<String> texts = new ArrayList<>();
    if (sent == null || sent.isEmpty()) {
      return texts;
    }
    try (JsonParser parser = JSON.createParser(sent)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return null;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          return null;
        }
        texts.add(parser.getText());
      }
      return parser.nextToken() == null ? texts : null;
    } catch (IOException notJson) {
      return null;
    }
  }

  private static @Nullable List<NumberedList.Member> jsonTags(@Nullable String sent) {
    List<NumberedList.Member> tags = new ArrayList<>();
    if (sent == null || sent.isEmpty()) {
      return tags;
    }
    try (JsonParser parser = JSON.createParser(sent)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        return jsonMap(parser, tags);
      }
      if (first != JsonToken.START_ARRAY) {
        return null;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        NumberedList.Member tag = jsonTag(parser);
        if (tag == null) {
          return null;
        }
        tags.add(tag);
      }
      return parser.nextToken() == null ? tags : null;
    } catch (IOException notJson) {
      return null;
    }
  }

  /** An object of keys and values, as OOS documents it. */
  private static @Nullable List<NumberedList.Member> jsonMap(
      JsonParser parser, List<NumberedList.Member> tags) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        return null;
      }
      tags.add(new NumberedList.Member(key, parser.getText()));
    }
    return parser.nextToken() == null ? tags : null;
  }

  /** Keys are spelled as the product spells its own names, so either case is taken. */
  private static NumberedList.@Nullable Member jsonTag(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return null;
    }
    String key = null;
    String value = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        return null;
      }
      if (name.equalsIgnoreCase("key")) {
        key = parser.getText();
      } else if (name.equalsIgnoreCase("value")) {
        value = parser.getText();
      }
    }
    return new NumberedList.Member(key, value);
  }
}
