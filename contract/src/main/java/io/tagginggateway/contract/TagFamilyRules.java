package io.tagginggateway.contract;

import io.tagginggateway.core.product.AnswerField.Meaning;
import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.TagTexts;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Derives the rules of one trio of tag operations. Not thread-safe. */
final class TagFamilyRules {
  private final TagFamily family;
  private final String operation;
  private final String path;
  private final FactIndex facts;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * Rules of a trio.
   *
   * @param operation what the rules are to name it by; empty for a product's first
   * @param path where the trio stands in the product's file
   */
  TagFamilyRules(TagFamily family, String operation, String path, FactIndex facts) {
    this.family = family;
    this.operation = operation;
    this.path = path;
    this.facts = facts;
  }

  List<Rule> derive() {
    types();
    limits();
    pages();
    envelope();
    texts();
    rules.addAll(new ErrorRules(family, operation, path, facts).derive());
    return rules;
  }

  private void types() {
    ResourceTypes types = family.types();
    String names =
        "Has the types "
            + String.join(", ", types.names())
            + facts.exceptions(path + ".types.names");
    if (types.assumed() != null) {
      add("assumed-type", "A request without a type means " + types.assumed(), "types.default");
    }
    add(
        "resource-types",
        types.names().isEmpty()
            ? "Takes any type"
            : names + (types.open() ? ", and takes any other" : ""),
        "types.names",
        "types.open");
    add(
        "type-case",
        types.ignoreCase()
            ? "A type may be sent in any case and is answered as the product spells it"
            : "A type must be spelled exactly",
        "types.case");
    if (!types.answered().isEmpty()) {
      List<String> pairs = new ArrayList<>();
      for (Map.Entry<String, String> pair : types.answered().entrySet()) {
        pairs.add(pair.getKey() + " as " + pair.getValue());
      }
      add("answered-types", "Answers spell " + Texts.and(pairs), "types.answered");
    }
  }

  private void limits() {
    ParameterNames names = family.parameters();
    add(
        "max-resource-ids",
        "A request names 1 to " + perKind(family.limits().ids()) + " " + names.ids() + ".N",
        "limits.ids");
    add(
        "max-tags",
        "A request names 1 to " + perKind(family.limits().tags()) + " " + names.tags() + ".N",
        "limits.tags");
    add(
        "max-tags-per-resource",
        "A resource carries up to " + family.limits().tagsPerResource() + " user tags",
        "limits.tags-per-resource");
  }

  private String perKind(PerKind<Integer> limits) {
    if (limits.list().equals(limits.tag()) && limits.tag().equals(limits.untag())) {
      return String.valueOf(limits.list());
    }
    return limits.list() + " (list), " + limits.tag() + " (tag), " + limits.untag() + " (untag)";
  }

  private void pages() {
    add("page-limit", pageLimit() + told(), "page", "parameters.page-size");
    String name = EnvelopeText.name(family.envelope().json(), Meaning.NEXT_TOKEN);
    String token = name == null ? "NextToken" : name;
    EndOfList end = family.paging().end();
    String last = end.token();
    String text;
    String number = family.parameters().page();
    if (!end.paged() && number != null) {
      text = "A list has no token; " + number + " numbers its pages";
    } else if (!end.paged()) {
      text = "A list has no token; it is one page";
    } else if (last == null) {
      text = "At the end of the list " + token + " is left out";
    } else if (last.isEmpty()) {
      text = "At the end of the list " + token + " is there and empty";
    } else {
      text = "At the end of the list " + token + " is " + last;
    }
    add("end-token", text, "end");
  }

  private String pageLimit() {
    var paging = family.paging();
    String parameter = family.parameters().pageSize();
    String number = family.parameters().page();
    if (!paging.end().paged() && (parameter == null || number == null)) {
      return "A list is one page, however long";
    }
    if (parameter != null) {
      String counted = paging.unit() == PageLimit.Unit.ROWS ? "rows" : "resources";
      return parameter
          + ", 1 to "
          + paging.maxSize()
          + " and "
          + paging.defaultSize()
          + " by default, counts "
          + counted
          + (number == null ? "" : "; " + number + ", from 1, says which page");
    }
    return paging.unit() == PageLimit.Unit.ROWS
        ? "A page holds " + paging.defaultSize() + " rows"
        : "A page holds a configured number of resources, "
            + paging.defaultSize()
            + " by default, each with all of its rows";
  }

  /** Where answers tell the size of a page. */
  private String told() {
    String json = EnvelopeText.name(family.envelope().json(), Meaning.PAGE_SIZE);
    String xml = EnvelopeText.name(family.envelope().xml(), Meaning.PAGE_SIZE);
    if (json == null && xml == null) {
      return "";
    }
    String where = xml == null ? " in JSON" : json == null ? " in XML" : "";
    return "; " + (json == null ? xml : json) + " tells it" + where;
  }

  private void envelope() {
    var envelope = family.envelope();
    add("envelope-json", EnvelopeText.rows(envelope.json(), Format.JSON), "answer.json");
    add("envelope-xml", EnvelopeText.rows(envelope.xml(), Format.XML), "answer.xml");
    add("field-order-json", "JSON: " + EnvelopeText.order(envelope.json()), "answer.json");
    add("field-order-xml", "XML: " + EnvelopeText.order(envelope.xml()), "answer.xml");
    add("empty-list", EnvelopeText.empty(envelope.xml()), "answer.xml");
    List<String> answers = new ArrayList<>();
    for (Kind kind : List.of(Kind.TAG, Kind.UNTAG)) {
      String name = family.names().get(kind);
      if (name != null) {
        String fields = EnvelopeText.order(envelope.changed().get(kind));
        String said = fields.isEmpty() ? "no field" : fields;
        answers.add(name + " answers " + said + ", in XML in " + name + "Response");
      }
    }
    if (!answers.isEmpty()) {
      add("change-body", String.join("; ", answers), "changed");
    }
  }

  private void texts() {
    TagTexts texts = family.texts();
    String key = "A key has " + texts.set().inWords();
    if (!texts.asked().equals(texts.set())) {
      key += "; a list may ask for one of " + texts.asked().inWords();
    }
    if (!texts.removed().equals(texts.set())) {
      key += "; one of " + texts.removed().inWords() + " may be removed";
    }
    add("key-rule", key, "key", "asked-key", "removed-key");
    add("value-rule", "A value has " + texts.value().inWords(), "value");
  }

  private void add(String id, String text, String... below) {
    List<String> places = new ArrayList<>();
    for (String place : below) {
      places.add(path + "." + place);
    }
    rules.add(new Rule(id, operation, facts.standing(places), facts.source(places), text));
  }
}
