package io.tagginggateway.contract;

import io.tagginggateway.core.product.CharacterSet;
import io.tagginggateway.core.product.TextRule;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a product's data says. */
final class Texts {
  private Texts() {}

  /** {@code a, b and c}. */
  static String and(List<String> items) {
    return joined(items, " and ");
  }

  /** {@code a, b or c}. */
  static String or(List<String> items) {
    return joined(items, " or ");
  }

  private static String joined(List<String> items, String last) {
    int size = items.size();
    return size < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, size - 1)) + last + items.get(size - 1);
  }

  /** What a rule allows, such as {@code up to 128 characters, not starting with acs:}. */
  static String of(TextRule rule) {
    StringBuilder text = new StringBuilder();
    text.append(rule.min() > 0 ? rule.min() + " to " : "up to ").append(rule.max());
    text.append(' ').append(rule.others() == null ? "characters" : of(rule.others()));
    if (rule.first() != null) {
      text.append(", of which the first is one of: ").append(of(rule.first()));
    }
    if (!rule.forbiddenPrefixes().isEmpty()) {
      text.append(", not starting with ").append(or(rule.forbiddenPrefixes()));
    }
    if (!rule.forbiddenParts().isEmpty()) {
      text.append(", without ").append(or(rule.forbiddenParts()));
    }
    return text.toString();
  }

  private static String of(CharacterSet set) {
    List<String> words = new ArrayList<>();
    if (set.letters()) {
      words.add("letters");
    }
    if (set.han()) {
      words.add("Chinese characters");
    }
    if (set.digits()) {
      words.add("digits");
    }
    set.literals().codePoints().forEach(c -> words.add(Character.toString(c)));
    return or(words);
  }
}
