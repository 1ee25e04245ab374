package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.product.CharacterSet;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.TextRule;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of texts. Patterns are in the notation that JSON Schema and Java share. */
final class TextSchemas {
  private TextSchemas() {}

  static ObjectNode string() {
    return JsonNodeFactory.instance.objectNode().put("type", "string");
  }

  /** A key or value that follows a rule. */
  static ObjectNode of(TextRule rule) {
    ObjectNode schema = string();
    if (rule.min() > 0) {
      schema.put("minLength", rule.min());
    }
    schema.put("maxLength", rule.max());
    String pattern = pattern(rule);
    if (pattern != null) {
      schema.put("pattern", pattern);
    }
    return schema;
  }

  private static @Nullable String pattern(TextRule rule) {
    StringBuilder pattern = new StringBuilder("^");
    if (!rule.forbiddenPrefixes().isEmpty()) {
      pattern.append("(?!").append(alternatives(rule.forbiddenPrefixes())).append(')');
    }
    if (!rule.forbiddenParts().isEmpty()) {
      pattern.append("(?![\\s\\S]*(").append(alternatives(rule.forbiddenParts())).append("))");
    }
    String each = rule.others() == null ? "[\\s\\S]" : characters(rule.others());
    if (rule.first() == null && rule.others() == null) {
      return pattern.length() == 1 ? null : pattern.toString();
    }
    if (rule.first() != null) {
      pattern
          .append("(?=")
          .append(rule.min() == 0 ? "$|" : "")
          .append(characters(rule.first()))
          .append(')');
    }
    return pattern.append(each).append("*$").toString();
  }

  private static String characters(CharacterSet set) {
    StringBuilder characters = new StringBuilder("[");
    characters.append(set.letters() ? "A-Za-z" : "");
    characters.append(set.digits() ? "0-9" : "");
    characters.append(set.han() ? "\\p{sc=Han}" : "");
    set.literals().codePoints().forEach(c -> characters.append(escaped(Character.toString(c))));
    return characters.append(']').toString();
  }

  private static String escaped(String character) {
    return "\\^$.|?*+()[]{}-/".contains(character) ? "\\" + character : character;
  }

  private static String alternatives(List<String> texts) {
    return texts.stream().map(TextSchemas::quoted).collect(Collectors.joining("|"));
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(TextSchemas::escaped)
        .collect(Collectors.joining());
  }

  /** A resource type as a request may spell it. */
  static ObjectNode askedType(ResourceTypes types) {
    ObjectNode schema = string();
    if (types.open()) {
      return schema.put("minLength", 1).put("maxLength", 256);
    }
    if (!types.ignoreCase()) {
      types.names().forEach(schema.putArray("enum")::add);
      return schema;
    }
    return schema
        .put(
            "pattern",
            types.names().stream()
                .map(TextSchemas::anyCase)
                .collect(Collectors.joining("|", "^(", ")$")))
        .put("description", "One of " + String.join(", ", types.names()) + ", in any case.");
  }

  private static String anyCase(String name) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      pattern.append(
          Character.isLetter(c)
              ? "[" + Character.toUpperCase(c) + Character.toLowerCase(c) + "]"
              : escaped(String.valueOf(c)));
    }
    return pattern.toString();
  }

  /** The spellings of resource types in answers; empty if any may come. */
  static List<String> answeredTypes(ResourceTypes types) {
    return types.open()
        ? List.of()
        : types.names().stream().map(types::inAnswers).distinct().toList();
  }
}
