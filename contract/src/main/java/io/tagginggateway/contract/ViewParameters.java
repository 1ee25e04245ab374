package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.product.RegionRule;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewOperation.Kind;
import java.util.List;

/** The parameters of an operation of the view, as OpenAPI describes them. Not thread-safe. */
final class ViewParameters {
  private final ViewOperation operation;
  private final TagView view;
  private final ArrayNode parameters = JsonNodeFactory.instance.arrayNode();

  private ViewParameters(ViewOperation operation) {
    this.operation = operation;
    this.view = operation.view();
  }

  /** The parameters of an operation. */
  static ArrayNode of(ViewOperation operation, RegionRule region) {
    return new ViewParameters(operation).describe(region);
  }

  private ArrayNode describe(RegionRule region) {
    TagView.Parameters names = view.parameters();
    add("Action", true, JsonNodeFactory.instance.objectNode().put("const", operation.name()));
    for (String common : List.of("Version", "Format")) {
      parameters.addObject().put("$ref", "#/components/parameters/" + common);
    }
    ObjectNode id = TextSchemas.string().put("pattern", "^[A-Za-z0-9-]{1,64}$");
    add("RegionId", region.missing() != null, id);
    switch (operation.kind()) {
      case LIST -> {
        addArns(false);
        addTags(false);
        add(names.category(), false, TextSchemas.string());
      }
      case TAG -> {
        addArns(true);
        addTags(true);
      }
      case UNTAG -> {
        addArns(true);
        addNumbered(names.keys(), true, view.limits().keys(), TextSchemas.of(view.key()));
      }
      case KEYS -> {
        addQuery();
        add(names.category(), false, TextSchemas.string());
        add(names.keyFilter(), false, TextSchemas.string());
      }
      case VALUES -> {
        addQuery();
        add(names.key(), true, TextSchemas.of(view.key()));
        add(names.valueFilter(), false, TextSchemas.string());
      }
    }
    if (operation.reads()) {
      add(names.token(), false, TextSchemas.string());
      ObjectNode size = JsonNodeFactory.instance.objectNode().put("type", "integer");
      size.put("minimum", 1).put("maximum", view.paging().maxSize());
      add(names.pageSize(), false, size.put("default", view.paging().defaultSize()));
    }
    return parameters;
  }

  private void addArns(boolean required) {
    ObjectNode arn = TextSchemas.string().put("pattern", "^arn:acs:[^:]+:[^:]*:[^:]*:[^/]+/.+$");
    addNumbered(view.parameters().arns(), required, view.limits().arns(), arn);
  }

  private void addTags(boolean required) {
    ObjectNode tags = JsonNodeFactory.instance.objectNode().put("type", "object");
    tags.put("maxProperties", view.limits().tags());
    if (operation.kind() == Kind.TAG) {
      tags.put("minProperties", 1);
    }
    tags.set("propertyNames", TextSchemas.of(view.key()));
    tags.set("additionalProperties", TextSchemas.of(view.value()));
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", view.parameters().tags()).put("in", "query").put("required", required);
    parameter.putObject("content").putObject("application/json").set("schema", tags);
  }

  private void addQuery() {
    add(view.parameters().type(), false, TextSchemas.string());
    add(view.parameters().query(), false, TextSchemas.string());
    add(view.parameters().fuzzy(), false, TextSchemas.string());
  }

  private void addNumbered(String name, boolean required, int most, ObjectNode item) {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
    list.put("minItems", required ? 1 : 0).put("maxItems", most).set("items", item);
    add(name, required, list)
        .put("x-style", "numbered")
        .put("description", "Sent as " + name + ".1, " + name + ".2 and so on.");
  }

  private ObjectNode add(String name, boolean required, ObjectNode schema) {
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", name).put("in", "query").put("required", required).set("schema", schema);
    return parameter;
  }
}
