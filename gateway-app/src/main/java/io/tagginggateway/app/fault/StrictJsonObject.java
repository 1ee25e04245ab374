package io.tagginggateway.app.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tagginggateway.app.json.StrictJson;
import io.tagginggateway.app.text.KnownNames;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        throw bad(name, KnownNames.unknown("field", name, known));
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

  /** One of some names, or null. */
  @Nullable String oneOf(String name, Collection<String> allowed) {
    String value = text(name);
    if (value != null && !allowed.contains(value)) {
      throw bad(name, KnownNames.unknown(name, value, allowed));
    }
    return value;
  }

  /** Texts by name; empty if the field is not there. */
  Map<String, String> texts(String name) {
    JsonNode value = node(name);
    if (value.isMissingNode()) {
      return Map.of();
    }
    if (!value.isObject()) {
      throw bad(name, "expected an object of texts");
    }
    Map<String, String> texts = new TreeMap<>();
    value
        .properties()
        .forEach(
            each -> {
              if (!each.getValue().isTextual()) {
                throw bad(name, each.getKey() + ": expected a text");
              }
              texts.put(each.getKey(), each.getValue().textValue());
            });
    return Collections.unmodifiableMap(texts);
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
    return new BadRuleException(pointer + "/" + StrictJson.pointerToken(name), reason);
  }
}
