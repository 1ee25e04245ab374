package io.tagginggateway.app.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.app.input.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Checks a config file's keys against those there are, and notes the line of each. */
final class ConfigFile {
  private final Path file;
  private final Set<String> keys;
  private final Map<String, Integer> lines = new HashMap<>();

  private ConfigFile(Path file, Set<String> keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * The line of every key in a file; empty if nothing is in it.
   *
   * @throws ConfigException if it cannot be read, or has a key that is none of {@code keys}
   */
  static Map<String, Integer> lines(Path file, Set<String> keys) {
    if (Files.isDirectory(file)) {
      throw new ConfigException(file + ": is a directory, not a file");
    }
    ConfigFile checked = new ConfigFile(file, keys);
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = InputFormat.ofName(file.toString()).parser(in, true)) {
      checked.document(parser);
    } catch (IOException e) {
      throw new ConfigException(Problems.describe(file.toString(), e));
    }
    return checked.lines;
  }

  private void document(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_OBJECT) {
      throw new ConfigException(at(parser) + ": expected keys such as http, not a list or text");
    }
    section("", parser);
    if (parser.nextToken() != null) {
      throw new ConfigException(at(parser) + ": expected the end of the only document");
    }
  }

  private void section(String prefix, JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = prefix + parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      boolean section = keys.stream().anyMatch(known -> known.startsWith(key + "."));
      if (!section && !keys.contains(key)) {
        throw new ConfigException(at(parser) + ": unknown key " + key + knownIn(prefix));
      }
      lines.put(key, line);
      JsonToken value = parser.nextToken();
      if (InputFormat.isAlias(parser)) {
        throw new ConfigException(at(parser) + ": " + key + ": aliases are not supported");
      }
      if (!section) {
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT) {
        section(key + ".", parser);
      } else if (value != JsonToken.VALUE_NULL) {
        throw new ConfigException(
            file + ":" + line + ": " + key + ": expected a map of keys" + knownIn(key + "."));
      }
    }
  }

  private String at(JsonParser parser) {
    return file + ":" + parser.currentTokenLocation().getLineNr();
  }

  private String knownIn(String prefix) {
    Set<String> names = new LinkedHashSet<>();
    for (String key : keys) {
      if (key.startsWith(prefix)) {
        String rest = key.substring(prefix.length());
        int dot = rest.indexOf('.');
        names.add(dot < 0 ? rest : rest.substring(0, dot));
      }
    }
    return " (known here: " + String.join(", ", names) + ")";
  }
}
