package io.tagginggateway.app.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a rule, read strictly; what is null counts as not there. */
final class StrictJsonObject {
  private final JsonNode object;
  private final String pointer;

  /** An object that may have these fields and no others. */
  StrictJsonObject(JsonNode object, String pointer, List<String> known) {
    if (!object.isObject()) {
      throw new BadRuleException(pointer, "expected an object");
    }
    this.object = object;
    this.pointer = pointer;
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw bad(name, "no such field; known here: " + String.join(", ", known));
      }
    }
  }

  JsonNode node(String name) {
    JsonNode value = object.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  @Nullable String text(String name) {
    JsonNode value = node(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw bad(name, "expected a text that is not empty");
    }
    return value.textValue();
  }

  String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** One of a set, or null. */
  @Nullable String oneOf(String name, Set<String> allowed) {
    String value = text(name);
    if (value != null && !allowed.contains(value)) {
      throw bad(name, "expected one of " + String.join(", ", new TreeSet<>(allowed)));
    }
    return value;
  }

  /** A whole number in a range, or null. */
  @Nullable Integer number(String name, int min, int max) {
    JsonNode value = node(name);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw bad(name, "expected a whole number from " + min + " to " + max);
    }
    int number = value.intValue();
    if (number < min || number > max) {
      throw bad(name, "expected a whole number from " + min + " to " + max);
    }
    return number;
  }

  int number(String name, int min, int max, int otherwise) {
    Integer value = number(name, min, max);
    return value == null ? otherwise : value;
  }

  int mandatory(String name, int min, int max) {
    Integer value = number(name, min, max);
    if (value == null) {
      throw bad(name, "is mandatory");
    }
    return value;
  }

  BadRuleException bad(String name, String reason) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    return new BadRuleException(pointer + "/" + escaped, reason);
  }
}
