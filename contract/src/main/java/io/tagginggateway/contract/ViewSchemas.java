package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;

/** JSON Schemas of the answers of a view; XML has the same fields in the same order. */
final class ViewSchemas {
  private ViewSchemas() {}

  /** The answer of an operation. */
  static ObjectNode answer(ViewOperation operation) {
    TagView.Names names = operation.view().names();
    ObjectNode answer = object();
    if (operation.reads()) {
      put(answer, "NextToken", TextSchemas.string());
    }
    put(answer, "RequestId", AnswerSchemas.reference("RequestId"));
    switch (operation.kind()) {
      case LIST -> put(answer, names.rows(), list(row(names)));
      case TAG, UNTAG -> put(answer, names.failed(), wrapped(names.failure(), failure(names)));
      case KEYS -> put(answer, names.keys(), wrapped(names.key(), key()));
      case VALUES -> put(answer, names.values(), wrapped(names.value(), TextSchemas.string()));
    }
    answer.putObject("xml").put("name", operation.responseName());
    return answer;
  }

  private static ObjectNode row(TagView.Names names) {
    ObjectNode tag = object();
    put(tag, "Key", TextSchemas.string());
    put(tag, "Value", TextSchemas.string());
    put(tag, "Category", oneOf("Custom", "System"));
    ObjectNode row = object();
    put(row, names.arn(), TextSchemas.string().put("pattern", "^arn:acs:"));
    put(row, names.tags(), list(tag));
    return row;
  }

  private static ObjectNode key() {
    ObjectNode key = object();
    put(key, "Key", TextSchemas.string());
    put(key, "Category", oneOf("custom", "system"));
    return key;
  }

  private static ObjectNode failure(TagView.Names names) {
    ObjectNode result = object();
    put(result, "Code", TextSchemas.string());
    put(result, "Message", TextSchemas.string());
    ObjectNode failure = object();
    put(failure, names.arn(), TextSchemas.string());
    put(failure, "Result", result);
    return failure;
  }

  private static ObjectNode wrapped(String item, ObjectNode schema) {
    ObjectNode outer = object();
    put(outer, item, list(schema));
    return outer;
  }

  private static ObjectNode list(ObjectNode item) {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
    list.set("items", item);
    return list;
  }

  private static ObjectNode oneOf(String... words) {
    ObjectNode schema = TextSchemas.string();
    ArrayNode all = schema.putArray("enum");
    for (String word : words) {
      all.add(word);
    }
    return schema;
  }

  private static ObjectNode object() {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
    object.putObject("properties");
    object.putArray("required");
    return object.put("additionalProperties", false);
  }

  private static void put(ObjectNode object, String name, ObjectNode schema) {
    object.withObject("/properties").set(name, schema);
    object.withArray("/required").add(name);
  }
}
