package io.tagginggateway.contract.verify;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ParameterNames;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds members to the lists of a request, in the product's encoding. */
final class ListParameters {
  private ListParameters() {}

  /** The parameters with one more text in a list. */
  static Map<String, String> text(
      Map<String, String> parameters, String list, Encoding encoding, int n, String text) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    switch (encoding) {
      case INDEXED ->
          more.put(list.contains(".N") ? list.replace(".N", "." + n) : list + "." + n, text);
      case COMMA -> more.merge(list, text, (one, other) -> one + "," + other);
      case JSON -> append(more, list, quoted(text));
    }
    return more;
  }

  /** The parameters with one more tag in a list; a null is left out. */
  static Map<String, String> tag(
      Map<String, String> parameters,
      ParameterNames names,
      Encoding encoding,
      int n,
      @Nullable String key,
      @Nullable String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    String list = names.tags();
    switch (encoding) {
      case INDEXED -> {
        if (key != null) {
          more.put(list + "." + n + "." + names.pair().key(), key);
        }
        if (value != null) {
          more.put(list + "." + n + "." + names.pair().value(), value);
        }
      }
      case JSON -> {
        String name = key == null ? "" : quoted(names.pair().key()) + ":" + quoted(key);
        String comma = key == null || value == null ? "" : ",";
        append(
            more,
            list,
            "{"
                + name
                + comma
                + (value == null ? "" : quoted(names.pair().value()) + ":" + quoted(value))
                + "}");
      }
      case COMMA -> throw new IllegalStateException("tags are never separated by commas");
    }
    return more;
  }

  private static void append(Map<String, String> parameters, String list, String item) {
    parameters.merge(
        list,
        "[" + item + "]",
        (one, other) -> one.substring(0, one.length() - 1) + "," + item + "]");
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}
