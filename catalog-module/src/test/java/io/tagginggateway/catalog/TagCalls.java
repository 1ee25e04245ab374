package io.tagginggateway.catalog;

import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes calls of one trio the way its product file says. */
final class TagCalls {
  private final TagFamily family;
  private final String type;

  TagCalls(TagFamily family) {
    this.family = family;
    List<String> names = family.types().names();
    this.type = names.isEmpty() ? "thing" : names.get(0);
  }

  /** How many ids one call of any kind may name, up to two. */
  List<String> ids() {
    int most = 2;
    for (Kind kind : Kind.values()) {
      most = Math.min(most, family.limits().ids().get(kind));
    }
    return List.of("a", "b").subList(0, most);
  }

  /** A part of a call, as its operation writes it. */
  @FunctionalInterface
  interface Part {
    String of(TagOperation operation);
  }

  String call(Kind kind, Part... parts) {
    TagOperation operation =
        new TagOperation(String.valueOf(family.names().get(kind)), kind, family);
    ParameterNames names = operation.parameters();
    StringBuilder query = new StringBuilder(operation.name());
    query.append(parameter(names.region().name(), "cn-hangzhou"));
    if (names.type() != null) {
      query.append(parameter(names.type(), type));
    }
    for (String required : names.required().get(kind)) {
      if (!required.equals(names.ids()) && !required.equals(names.keys())) {
        query.append(parameter(required, "1"));
      }
    }
    for (Part part : parts) {
      query.append(part.of(operation));
    }
    return query.toString();
  }

  Part ids(List<String> ids) {
    return operation -> list(operation.parameters().ids(), operation.encodings().ids(), ids);
  }

  Part keys(String key) {
    return operation ->
        list(
            String.valueOf(operation.parameters().keys()),
            operation.encodings().keys(),
            List.of(key));
  }

  Part tags(String... keysAndValues) {
    return operation -> tags(operation, keysAndValues);
  }

  private static String tags(TagOperation operation, String... keysAndValues) {
    ParameterNames names = operation.parameters();
    if (operation.encodings().tags() == Encoding.INDEXED) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < keysAndValues.length; i += 2) {
        String name = names.tags() + "." + (i / 2 + 1);
        all.append(parameter(name + ".Key", keysAndValues[i]));
        all.append(parameter(name + ".Value", keysAndValues[i + 1]));
      }
      return all.toString();
    }
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.append(json.isEmpty() ? "[" : ",")
          .append("{\"" + names.pair().key() + "\":\"")
          .append(keysAndValues[i])
          .append("\",\"" + names.pair().value() + "\":\"")
          .append(keysAndValues[i + 1])
          .append("\"}");
    }
    return parameter(names.tags(), json + "]");
  }

  static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String list(String name, Encoding encoding, List<String> members) {
    return switch (encoding) {
      case INDEXED -> {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= members.size(); i++) {
          String indexed = name.contains(".N") ? name.replace(".N", "." + i) : name + "." + i;
          all.append(parameter(indexed, members.get(i - 1)));
        }
        yield all.toString();
      }
      case JSON ->
          parameter(name, members.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
      case COMMA -> parameter(name, String.join(",", members));
    };
  }
}
