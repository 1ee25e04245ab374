package io.tagginggateway.contract;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewSituation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives the rules of a view over the tags of all products. Not thread-safe. */
final class ViewRules {
  private final List<ViewOperation> operations;
  private final TagView view;
  private final FactIndex facts;
  private final List<Rule> rules = new ArrayList<>();

  ViewRules(List<ViewOperation> operations, FactIndex facts) {
    this.operations = operations;
    this.view = operations.get(0).view();
    this.facts = facts;
  }

  List<Rule> derive() {
    TagView.Parameters names = view.parameters();
    TagView.Names fields = view.names();
    TagView.Limits limits = view.limits();
    add(
        "arns",
        names.arns()
            + ".N names resources as arn:acs:service:region:account:type/id; * stands for the region of the"
            + " request and the account of the caller; a service and a type in any case",
        "parameters.arns");
    add("max-arns", "A request names up to " + limits.arns() + " " + names.arns() + ".N", "limits");
    add(
        "max-tags",
        "A request names up to " + limits.tags() + " tags, and up to " + limits.keys() + " keys",
        "limits");
    add("view-tags", names.tags() + " is a JSON object of keys and values", "parameters.tags");
    add(
        "category",
        "With "
            + names.category()
            + "=Custom lists show the tags of callers alone, with System those of the cloud",
        "parameters.category");
    add(
        "page-limit",
        names.pageSize()
            + ", 1 to "
            + view.paging().maxSize()
            + " and "
            + view.paging().defaultSize()
            + " by default, counts resources, keys or values",
        "page");
    add("end-token", "At the end of a list NextToken is there and empty", "answer");
    add(
        "rows",
        fields.rows()
            + " lists resources: "
            + fields.arn()
            + ", and "
            + fields.tags()
            + " with Key, Value and Category",
        "answer");
    add(
        "failed",
        "A change is made for each resource by itself, by its product's rules; "
            + fields.failed()
            + "."
            + fields.failure()
            + " has "
            + fields.arn()
            + " and Result (Code, Message) of those that were refused",
        "answer");
    add("keys", "Keys are listed once each, in " + fields.keys() + "." + fields.key(), "answer");
    add(
        "values",
        "Values of one key are listed once each, in " + fields.values() + "." + fields.value(),
        "answer");
    add(
        "untag-keys",
        "A change that removes takes the keys it names from the resources it names",
        "parameters.keys");
    add("key-rule", "A key has " + view.key().inWords(), "key");
    add("value-rule", "A value has " + view.value().inWords(), "value");
    for (ViewSituation situation : ViewSituation.values()) {
      add(RuleIds.of(situation), text(situation), "errors." + situation.id());
    }
    return rules;
  }

  private String text(ViewSituation situation) {
    Map<String, List<String>> byError = new LinkedHashMap<>();
    for (ViewOperation operation : operations) {
      if (situation.kinds().contains(operation.kind())) {
        ApiError error = operation.error(situation);
        byError
            .computeIfAbsent(error.code() + ", " + error.status(), key -> new ArrayList<>())
            .add(operation.name());
      }
    }
    String said = sentence(situation) + ": ";
    if (byError.size() == 1) {
      return said + byError.keySet().iterator().next();
    }
    List<String> each = new ArrayList<>();
    byError.forEach((error, names) -> each.add(Texts.and(names) + " " + error));
    return said + String.join("; ", each);
  }

  private String sentence(ViewSituation situation) {
    TagView.Parameters names = view.parameters();
    return switch (situation) {
      case NO_ARNS -> "A change without resources";
      case TOO_MANY_ARNS -> "More " + names.arns() + ".N than allowed";
      case BAD_ARN -> "A name that is no ARN";
      case OTHER_ACCOUNT -> "An ARN of another account";
      case OTHER_REGION -> "An ARN of another region than the request's";
      case UNKNOWN_SERVICE -> "An ARN of a product that is not there";
      case UNKNOWN_TYPE -> "A resource type that the product does not have";
      case BAD_TAGS -> names.tags() + " that is no JSON object of texts, or has none in a change";
      case NO_KEY -> "No key where there must be one";
      case TOO_MANY_TAGS -> "More tags or keys than allowed";
      case DUPLICATE_KEY -> "The same key twice";
      case SYSTEM_KEY -> "The removal of a tag that only the cloud sets";
      case BAD_KEY -> "A key that is not allowed";
      case BAD_VALUE -> "A value that is not allowed";
      case BAD_CATEGORY -> "A " + names.category() + " that is none";
      case BAD_QUERY_TYPE -> "A " + names.query() + " that is none";
      case BAD_FUZZY_TYPE -> "A " + names.fuzzy() + " that is none";
      case PRESET_KEY_NOT_FOUND -> "Values of a preset tag that is not there";
      case BAD_PAGE_SIZE -> "A " + names.pageSize() + " that is no whole number in its range";
      case BAD_NEXT_TOKEN -> "A page token never issued, or issued for another query";
      case TOO_MANY_TAGS_ON_RESOURCE -> "A resource with more tags than its product allows";
      case RESOURCE_NOT_FOUND -> "A resource that was never declared, where it must have been";
    };
  }

  private void add(String id, String text, String below) {
    List<String> places = List.of("view." + below);
    rules.add(new Rule(id, "", facts.standing(places), facts.source(places), text));
  }
}
