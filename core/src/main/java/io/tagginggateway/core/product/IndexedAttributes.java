package io.tagginggateway.core.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads lists from attributes, which are kept under the names they were sent by, such as {@code
 * OperatingRegionList.1}.
 */
final class IndexedAttributes {
  private static final String NUMBER = "[1-9][0-9]{0,8}";

  private IndexedAttributes() {}

  /** The values of {@code name.N}, in order of N. */
  static List<String> values(Map<String, String> attributes, String name) {
    TreeMap<Integer, String> values = new TreeMap<>();
    attributes.forEach(
        (attribute, value) -> {
          String number = number(attribute, name);
          if (number.matches(NUMBER)) {
            values.put(Integer.parseInt(number), value);
          }
        });
    return new ArrayList<>(values.values());
  }

  private static String number(String attribute, String name) {
    return attribute.startsWith(name + ".") ? attribute.substring(name.length() + 1) : "";
  }
}
