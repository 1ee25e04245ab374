package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.RegionRule;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.tag.PageLimit;
import org.jspecify.annotations.Nullable;

/** The parameters of one operation, as OpenAPI describes them. Not thread-safe. */
final class RequestParameters {
  private static final int MAX_ID = 256;

  private final TagOperation operation;
  private final TagFamily family;
  private final ArrayNode parameters = JsonNodeFactory.instance.arrayNode();

  private RequestParameters(TagOperation operation) {
    this.operation = operation;
    this.family = operation.family();
  }

  /** The parameters in the order in which pages name them. */
  static ArrayNode of(TagOperation operation, RegionRule region) {
    return new RequestParameters(operation).describe(region);
  }

  private ArrayNode describe(RegionRule region) {
    ParameterNames names = operation.parameters();
    ObjectNode action = JsonNodeFactory.instance.objectNode().put("const", operation.name());
    if (operation.request() == null) {
      add("Action", true, action, null);
    }
    refer("Version");
    refer("Format");
    RegionRule.Use use = region.uses().get(operation.kind());
    if (use != RegionRule.Use.NONE) {
      ObjectNode id = TextSchemas.string().put("pattern", "^[A-Za-z0-9-]{1,64}$");
      ObjectNode parameter =
          add(names.region().name(), use == RegionRule.Use.REQUIRED, id, "A region id.");
      parameter.put("in", names.region().inHeader() ? "header" : "query");
    }
    if (names.type() != null) {
      boolean required = family.types().assumed() == null;
      add(names.type(), required, TextSchemas.askedType(family.types()), null);
    }
    for (String name : names.required().get(operation.kind())) {
      if (!name.equals(names.ids()) && !name.equals(names.keys())) {
        add(name, true, TextSchemas.string(), null);
      }
    }
    addIds(names);
    switch (operation.kind()) {
      case LIST -> {
        addTags(names);
        addPaging(names);
      }
      case TAG -> addTags(names);
      case UNTAG -> addKeys(names);
    }
    return parameters;
  }

  private void addIds(ParameterNames names) {
    ObjectNode list = array(family.limits().ids().get(operation.kind()));
    list.put("uniqueItems", true);
    list.set("items", TextSchemas.string().put("minLength", 1).put("maxLength", MAX_ID));
    addList(names.ids(), names.needsIds(operation.kind()), list, operation.encodings().ids(), "");
  }

  private void addTags(ParameterNames names) {
    ObjectNode list = array(family.limits().tags().get(operation.kind()));
    ObjectNode tag = list.putObject("items").put("type", "object");
    ObjectNode properties = tag.putObject("properties");
    properties.set(names.pair().key(), TextSchemas.of(family.texts().key(operation.kind())));
    properties.set(names.pair().value(), TextSchemas.of(family.texts().value()));
    tag.putArray("required").add(names.pair().key());
    boolean required = operation.kind() == Kind.TAG;
    String key = names.pair().key();
    addList(names.tags(), required, list, operation.encodings().tags(), "." + key);
  }

  private void addKeys(ParameterNames names) {
    if (names.keys() != null) {
      ObjectNode list = array(family.limits().keys());
      list.set("items", TextSchemas.of(family.texts().key(Kind.UNTAG)));
      boolean required = names.needsKeys(operation.kind());
      addList(names.keys(), required, list, operation.encodings().keys(), "");
    }
    if (names.all() != null) {
      ObjectNode all = JsonNodeFactory.instance.objectNode().put("type", "boolean");
      add(names.all(), false, all.put("default", false), "Without keys: remove every user tag.");
    }
  }

  private void addPaging(ParameterNames names) {
    if (names.token() != null) {
      add(
          names.token(),
          false,
          TextSchemas.string(),
          "Of the page before; empty starts from the beginning.");
    }
    if (names.pageSize() != null) {
      boolean rows = family.paging().unit() == PageLimit.Unit.ROWS;
      ObjectNode size =
          JsonNodeFactory.instance
              .objectNode()
              .put("type", "integer")
              .put("minimum", 1)
              .put("maximum", family.paging().maxSize())
              .put("default", family.paging().defaultSize());
      add(
          names.pageSize(),
          false,
          size,
          "How many " + (rows ? "rows" : "resources") + " a page holds.");
    }
  }

  private static ObjectNode array(int maxItems) {
    return JsonNodeFactory.instance.objectNode().put("type", "array").put("maxItems", maxItems);
  }

  private void addList(
      String name, boolean required, ObjectNode list, Encoding encoding, String member) {
    if (required) {
      list.put("minItems", 1);
    }
    switch (encoding) {
      case INDEXED ->
          add(
                  name,
                  required,
                  list,
                  "Sent as " + name + ".1" + member + ", " + name + ".2" + member + " and so on.")
              .put("x-style", "numbered");
      case COMMA -> {
        ObjectNode parameter = add(name, required, list, "Separated by commas.");
        parameter.put("style", "form").put("explode", false);
      }
      case JSON -> {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", "query").put("required", required);
        parameter.putObject("content").putObject("application/json").set("schema", list);
        parameter.put("description", "A JSON array.");
      }
    }
  }

  private ObjectNode add(
      String name, boolean required, ObjectNode schema, @Nullable String description) {
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", name).put("in", "query").put("required", required).set("schema", schema);
    if (description != null) {
      parameter.put("description", description);
    }
    return parameter;
  }

  private void refer(String name) {
    parameters.addObject().put("$ref", "#/components/parameters/" + name);
  }
}
