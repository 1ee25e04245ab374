package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.CharacterSet;
import io.tagginggateway.core.product.TagTexts;
import io.tagginggateway.core.product.TextRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which keys and values one trio allows. */
final class TextRuleReader {
  private static final int MAX_LENGTH = 1_000_000;

  private final Fields fields;

  TextRuleReader(Fields family) {
    this.fields = family;
  }

  TagTexts read() {
    TextRule key = rule(fields.fields("key"));
    return new TagTexts(
        same("asked-key", key), key, same("removed-key", key), rule(fields.fields("value")));
  }

  /** A rule that may be that of keys to set; where it is left out, it is. */
  private TextRule same(String name, TextRule key) {
    return fields.isMapping(name) ? rule(fields.fields(name)) : sameWord(name, key);
  }

  private enum Same {
    SAME
  }

  private TextRule sameWord(String name, TextRule key) {
    if (fields.has(name)) {
      fields.word(name, Same.class);
    }
    return key;
  }

  static TextRule rule(Fields rule) {
    int max = rule.number("max", 1, MAX_LENGTH);
    TextRule read =
        new TextRule(
            rule.has("min") ? rule.number("min", 0, max) : 0,
            max,
            characters(rule, "first"),
            characters(rule, "others"),
            rule.optionalTexts("forbidden-prefixes"),
            rule.optionalTexts("forbidden-parts"));
    rule.end();
    return read;
  }

  private static @Nullable CharacterSet characters(Fields rule, String name) {
    if (!rule.has(name)) {
      return null;
    }
    List<String> words = rule.texts(name);
    StringBuilder literals = new StringBuilder();
    for (String word : words) {
      if (word.codePointCount(0, word.length()) == 1) {
        literals.append(word);
      } else if (!List.of("letter", "han", "digit").contains(word)) {
        throw rule.error(name, "is neither letter, han, digit nor one character: " + word);
      }
    }
    return new CharacterSet(
        words.contains("letter"),
        words.contains("han"),
        words.contains("digit"),
        literals.toString());
  }
}
