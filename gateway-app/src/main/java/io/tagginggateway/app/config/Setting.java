package io.tagginggateway.app.config;

import io.vertx.core.json.JsonArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user set for one key.
 *
 * @param key the key, such as {@code http.port}
 * @param value what JSON knows: text, number, boolean, list or map
 * @param origin where it was set
 */
record Setting(String key, Object value, Origin origin) {

  /** The value as text; a number or a boolean is text too. */
  String text(String expected) {
    String text =
        value instanceof String || value instanceof Number || value instanceof Boolean
            ? value.toString()
            : "";
    if (text.isBlank()) {
      throw expected(expected);
    }
    return text;
  }

  /** The value as texts; a variable separates them by commas. */
  List<String> list(String expected) {
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonArray array) {
      array.forEach(element -> texts.add(new Setting(key, element, origin).text(expected)));
    } else if (value instanceof String text && !origin.inFile()) {
      for (String part : text.split(",", -1)) {
        texts.add(new Setting(key, part.trim(), origin).text(expected));
      }
    } else {
      throw expected(expected);
    }
    return texts;
  }

  /** A path in a file starts at the file's directory, any other at the working directory. */
  Path resolve(String path) {
    Path file = origin.file();
    return file == null ? Path.of(path) : file.resolveSibling(path);
  }

  ConfigException expected(String expected) {
    return refused("expected " + expected + ", not " + shown());
  }

  ConfigException refused(String reason) {
    return new ConfigException(origin.describe(key) + ": " + reason);
  }

  private String shown() {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    return value instanceof Number || value instanceof Boolean ? value.toString() : "a list or map";
  }
}
