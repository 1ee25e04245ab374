package io.tagginggateway.core.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the parameters in a JSON body: each field of the object is one. Lists and objects stay JSON
 * text, as they stand in a query.
 */
final class JsonBody {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonBody() {}

  /** The parameters; a body that is no JSON object is their {@link Parameters#problem}. */
  static Parameters parameters(byte[] body) {
    if (body.length == 0) {
      return Parameters.EMPTY;
    }
    List<String> namesAndValues = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Parameters.malformed();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value != JsonToken.VALUE_NULL) {
          namesAndValues.add(name);
          namesAndValues.add(value.isStructStart() ? text(parser) : parser.getText());
        }
      }
      return parser.nextToken() == null ? Parameters.of(namesAndValues) : Parameters.malformed();
    } catch (IOException notJson) {
      return Parameters.malformed();
    }
  }

  private static String text(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
