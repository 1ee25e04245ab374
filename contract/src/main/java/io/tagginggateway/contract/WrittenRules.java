package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagginggateway.core.product.file.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules that are written down and not derived from product files: those of the gateway itself,
 * and those that all trios of tag operations share.
 */
final class WrittenRules {
  private WrittenRules() {}

  /** What the gateway does before any product. */
  static List<Rule> gateway() {
    return read("gateway.rules.json", "", "", Set.of(), UnaryOperator.identity());
  }

  /**
   * The rules that a trio shares with all others. A rule has its standing for the products that it
   * was found for; for the others it is chosen.
   *
   * @param code the product of the trio
   * @param has what the trio has, as the catalogue names it
   * @param names puts the names of the trio into a text
   */
  static List<Rule> tagFamily(
      String code, String operation, Set<String> has, UnaryOperator<String> names) {
    return read("tag-family.rules.json", code, operation, has, names);
  }

  private static List<Rule> read(
      String name, String code, String operation, Set<String> has, UnaryOperator<String> names) {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode rule : catalogue(name)) {
      if (applies(rule, has)) {
        rules.add(
            new Rule(
                rule.get("id").textValue(),
                operation,
                isKnownOf(rule, code)
                    ? standing(rule.get("standing").textValue())
                    : Standing.CHOSEN,
                rule.path("source").asText(),
                names.apply(rule.get("text").textValue())));
      }
    }
    return rules;
  }

  private static boolean applies(JsonNode rule, Set<String> has) {
    for (JsonNode need : rule.path("needs")) {
      String word = need.textValue();
      boolean wanted = !word.startsWith("!");
      if (has.contains(wanted ? word : word.substring(1)) != wanted) {
        return false;
      }
    }
    return true;
  }

  /** Whether the rule was found for this product, or holds for no product in particular. */
  private static boolean isKnownOf(JsonNode rule, String code) {
    JsonNode products = rule.path("of");
    boolean found = products.isMissingNode();
    for (JsonNode product : products) {
      found |= product.textValue().equals(code);
    }
    return found;
  }

  private static Standing standing(String word) {
    return switch (word) {
      case "documented" -> Standing.DOC;
      case "seen" -> Standing.SEEN;
      case "chosen" -> Standing.CHOSEN;
      default -> throw new IllegalStateException("no standing " + word);
    };
  }

  private static JsonNode catalogue(String name) {
    try (InputStream in = WrittenRules.class.getResourceAsStream(name)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
