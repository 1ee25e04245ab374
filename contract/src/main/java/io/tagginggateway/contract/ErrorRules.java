package io.tagginggateway.contract;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Derives a rule for each row of one trio's error table. */
final class ErrorRules {
  private final TagFamily family;
  private final String operation;
  private final String path;
  private final FactIndex facts;

  ErrorRules(TagFamily family, String operation, String path, FactIndex facts) {
    this.family = family;
    this.operation = operation;
    this.path = path;
    this.facts = facts;
  }

  List<Rule> derive() {
    List<Rule> rules = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      Map<Kind, ApiError> errors = errors(situation);
      if (errors.isEmpty()) {
        continue;
      }
      List<String> places = List.of(path + ".errors." + situation.id());
      rules.add(
          new Rule(
              RuleIds.of(situation),
              operation,
              facts.standing(places),
              facts.source(places),
              text(situation, errors)));
    }
    return rules;
  }

  /** The errors of those operations that are there and can meet the situation. */
  private Map<Kind, ApiError> errors(Situation situation) {
    Map<Kind, ApiError> errors = new LinkedHashMap<>();
    for (Kind kind : Situations.met(situation, family)) {
      ApiError error = family.errors().find(situation, kind);
      if (error != null) {
        errors.put(kind, error);
      }
    }
    return errors;
  }

  private String text(Situation situation, Map<Kind, ApiError> errors) {
    if (situation == Situation.RESOURCE_NOT_FOUND) {
      List<String> found = new ArrayList<>();
      for (String type : family.types().names()) {
        ApiError error = family.errors().resourceNotFound(type, Kind.TAG);
        if (!found.contains(shown(error))) {
          found.add(shown(error));
        }
      }
      if (found.isEmpty()) {
        errors.values().stream().map(ErrorRules::shown).findFirst().ifPresent(found::add);
      }
      return "Where resources must be declared, a change of another one is "
          + String.join("; ", found);
    }
    return sentence(situation) + ": " + perOperation(errors);
  }

  private String perOperation(Map<Kind, ApiError> errors) {
    if (errors.values().stream().distinct().count() == 1) {
      return shown(errors.values().iterator().next());
    }
    List<String> each = new ArrayList<>();
    errors.forEach(
        (kind, error) ->
            each.add(Objects.requireNonNull(family.names().get(kind)) + " " + shown(error)));
    return String.join("; ", each);
  }

  private static String shown(ApiError error) {
    return error.code() + ", " + error.status();
  }

  private String sentence(Situation situation) {
    ParameterNames names = family.parameters();
    ParameterNames removing = family.parameterNames().untag();
    String ids = names.ids();
    String tags = names.tags();
    return switch (situation) {
      case NO_RESOURCE_TYPE -> "No " + names.type();
      case UNKNOWN_RESOURCE_TYPE -> "A " + names.type() + " that the product does not have";
      case MISSING_PARAMETER -> "A further mandatory parameter is missing";
      case TOO_MANY_RESOURCE_IDS -> "More " + ids + ".N than allowed";
      case TOO_MANY_TAGS -> "More " + tags + ".N than allowed";
      case TOO_MANY_KEYS -> "More " + removing.keys() + ".N than allowed";
      case NO_RESOURCE_IDS_NOR_TAGS -> "A list with neither ids nor tags";
      case NO_RESOURCE_IDS -> "A change without ids";
      case NO_TAGS -> named(Kind.TAG) + " without tags";
      case BAD_RESOURCE_ID -> "A resource id that XML cannot carry or over 256 characters";
      case DUPLICATE_RESOURCE_ID -> "The same resource id twice";
      case VALUE_WITHOUT_KEY -> "A value without its key";
      case DUPLICATE_KEY -> "The same key twice";
      case BAD_KEY -> "A key that the product does not allow";
      case BAD_VALUE -> "A value that the product does not allow";
      case KEYS_AND_ALL -> named(Kind.UNTAG) + " with keys and " + removing.all() + "=true";
      case NEITHER_KEYS_NOR_ALL ->
          named(Kind.UNTAG) + " with neither keys nor " + removing.all() + "=true";
      case BAD_PAGE_SIZE ->
          "A "
              + names.pageSize()
              + " that is no whole number from 1 to "
              + family.paging().maxSize();
      case BAD_NEXT_TOKEN -> "A page token never issued, or issued for another query";
      case TOO_MANY_TAGS_ON_RESOURCE ->
          "More than " + family.limits().tagsPerResource() + " user tags on one resource";
      case RESOURCE_NOT_FOUND -> "A resource that was never declared";
    };
  }

  private @Nullable String named(Kind kind) {
    return family.names().get(kind);
  }
}
