package io.tagginggateway.catalog;

import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.TagFamily;
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

  String call(Kind kind, String... parts) {
    StringBuilder query = new StringBuilder(String.valueOf(family.names().get(kind)));
    query.append("&RegionId=cn-hangzhou");
    if (family.parameters().type() != null) {
      query.append(parameter(family.parameters().type(), type));
    }
    for (String required : family.parameters().required().get(kind)) {
      if (!isList(required)) {
        query.append(parameter(required, "1"));
      }
    }
    for (String part : parts) {
      query.append(part);
    }
    return query.toString();
  }

  String ids(List<String> ids) {
    return list(family.parameters().ids(), family.encodings().ids(), ids);
  }

  String keys(String key) {
    return list(
        String.valueOf(family.parameters().keys()), family.encodings().keys(), List.of(key));
  }

  String tags(String... keysAndValues) {
    if (family.encodings().tags() == Encoding.INDEXED) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < keysAndValues.length; i += 2) {
        String name = family.parameters().tags() + "." + (i / 2 + 1);
        all.append(parameter(name + ".Key", keysAndValues[i]));
        all.append(parameter(name + ".Value", keysAndValues[i + 1]));
      }
      return all.toString();
    }
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.append(json.isEmpty() ? "[" : ",")
          .append("{\"Key\":\"")
          .append(keysAndValues[i])
          .append("\",\"Value\":\"")
          .append(keysAndValues[i + 1])
          .append("\"}");
    }
    return parameter(family.parameters().tags(), json + "]");
  }

  static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private boolean isList(String name) {
    return name.equals(family.parameters().ids()) || name.equals(family.parameters().keys());
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
