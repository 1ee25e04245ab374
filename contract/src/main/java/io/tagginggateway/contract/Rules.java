package io.tagginggateway.contract;

import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that hold for one product version. Immutable. */
public final class Rules {
  private final Map<String, Rule> byTitle;

  private Rules(List<Rule> rules) {
    Map<String, Rule> found = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (found.put(rule.title(), rule) != null) {
        throw new IllegalStateException("the rule " + rule.title() + " stands twice");
      }
    }
    byTitle = Collections.unmodifiableMap(found);
  }

  /** All rules that hold for a product. */
  public static Rules of(ProductEntry entry) {
    List<Rule> rules = new ArrayList<>(own(entry));
    rules.addAll(shared(entry));
    rules.addAll(gateway());
    return new Rules(rules);
  }

  /** The rules that its file makes. */
  public static List<Rule> own(ProductEntry entry) {
    return ProductRules.of(entry);
  }

  /** The rules that its trios share with those of all other products, in the product's names. */
  public static List<Rule> shared(ProductEntry entry) {
    List<Rule> rules = new ArrayList<>();
    List<TagFamily> families = entry.product().tagFamilies();
    for (int i = 0; i < families.size(); i++) {
      TagFamily family = families.get(i);
      String operation = i == 0 ? "" : family.names().list();
      rules.addAll(
          WrittenRules.tagFamily(
              entry.head().code(), operation, has(family), text -> named(text, family)));
    }
    return rules;
  }

  /** The rules of the gateway, which hold for every product. */
  public static List<Rule> gateway() {
    return WrittenRules.gateway();
  }

  private static Set<String> has(TagFamily family) {
    ParameterNames names = family.parameterNames().untag();
    Set<String> has = new HashSet<>();
    put(has, "tag", family.names().tag() != null);
    put(has, "keys", family.names().untag() != null && names.keys() != null);
    put(has, "all", family.names().untag() != null && names.all() != null);
    Situation repeated = Situation.DUPLICATE_RESOURCE_ID;
    put(has, "repeated", family.errors().find(repeated, Kind.TAG) != null);
    put(has, "repeated-listed", family.errors().find(repeated, Kind.LIST) != null);
    put(has, "token", family.parameters().token() != null);
    put(has, "conflict", hasError(family, Situation.KEYS_AND_ALL));
    put(has, "mandatory", hasError(family, Situation.NEITHER_KEYS_NOR_ALL));
    return has;
  }

  private static void put(Set<String> has, String word, boolean there) {
    if (there) {
      has.add(word);
    }
  }

  private static boolean hasError(TagFamily family, Situation situation) {
    return Situations.met(situation, family).contains(Kind.UNTAG)
        && family.errors().find(situation, Kind.UNTAG) != null;
  }

  private static String named(String text, TagFamily family) {
    return text.replace("{tag}", String.valueOf(family.names().tag()))
        .replace("{untag}", String.valueOf(family.names().untag()))
        .replace("{all}", String.valueOf(family.parameterNames().untag().all()))
        .replace("{token}", String.valueOf(family.parameters().token()));
  }

  /** All of them. */
  public List<Rule> all() {
    return List.copyOf(byTitle.values());
  }

  /** Whether a rule of this id is among them, for whichever trio. */
  public boolean has(String id) {
    return byTitle.values().stream().anyMatch(rule -> rule.id().equals(id));
  }

  /**
   * The rule of this id.
   *
   * @param operation the trio, as {@link Rule#operation()} names it
   */
  public Rule get(String id, String operation) {
    Rule ofTrio = byTitle.get(operation.isEmpty() ? id : id + " of " + operation);
    Rule rule = ofTrio == null ? byTitle.get(id) : ofTrio;
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return rule;
  }
}
