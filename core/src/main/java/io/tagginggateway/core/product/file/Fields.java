package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.ProductFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one mapping of a product file, read one by one. What is missing, of another type,
 * or left over at the end is an error with file, line and path. Not thread-safe.
 */
final class Fields {
  private final String file;
  private final String path;
  private final Node.Mapping mapping;
  private final Set<String> read = new HashSet<>();

  private Fields(String file, String path, Node.Mapping mapping) {
    this.file = file;
    this.path = path;
    this.mapping = mapping;
  }

  /** The fields of a document. */
  static Fields of(String file, Node document) {
    return of(file, "", document);
  }

  private static Fields of(String file, String path, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(file, path, mapping);
    }
    throw new ProductFileException(file, node.line(), path, "must be a mapping");
  }

  boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  /** The names that are there. */
  Set<String> names() {
    return mapping.entries().keySet();
  }

  String text(String name) {
    return text(path(name), required(name));
  }

  @Nullable String optionalText(String name) {
    Node node = optional(name);
    return node == null ? null : text(path(name), node);
  }

  int number(String name, int min, int max) {
    return number(path(name), required(name), min, max);
  }

  boolean flag(String name) {
    Node node = required(name);
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.BOOLEAN) {
      return Boolean.parseBoolean(scalar.text());
    }
    throw error(path(name), node, "must be true or false");
  }

  /** A word that stands for one of the values, in lower case and with hyphens. */
  <E extends Enum<E>> E word(String name, Class<E> words) {
    return word(path(name), required(name), words.getEnumConstants());
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Item item : items(name)) {
      texts.add(item.text());
    }
    return texts;
  }

  List<String> optionalTexts(String name) {
    return has(name) ? texts(name) : List.of();
  }

  /** Texts by name. */
  Map<String, String> optionalTextMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    Fields inner = optionalFields(name);
    if (inner != null) {
      inner.names().forEach(key -> texts.put(key, inner.text(key)));
    }
    return texts;
  }

  Fields fields(String name) {
    return of(file, path(name), required(name));
  }

  @Nullable Fields optionalFields(String name) {
    Node node = optional(name);
    return node == null ? null : of(file, path(name), node);
  }

  /** Whether a field is a mapping, and not a single value. */
  boolean isMapping(String name) {
    return mapping.entries().get(name) instanceof Node.Mapping;
  }

  /** The items of a list that must have one at least. */
  List<Item> someItems(String name) {
    List<Item> items = items(name);
    if (items.isEmpty()) {
      throw error(name, "is empty");
    }
    return items;
  }

  /** The items of a list. */
  List<Item> items(String name) {
    Node node = required(name);
    if (!(node instanceof Node.Sequence sequence)) {
      throw error(path(name), node, "must be a list");
    }
    List<Item> items = new ArrayList<>();
    for (Node item : sequence.items()) {
      items.add(new Item(file, path(name) + "[" + items.size() + "]", item));
    }
    return items;
  }

  /** A single value, whatever its type. */
  Node.Scalar scalar(String name) {
    Node node = required(name);
    if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Scalar.Kind.NULL) {
      return scalar;
    }
    throw error(path(name), node, "must be a text, a number, true or false");
  }

  /** Refuses what was not read. */
  void end() {
    for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
      if (!read.contains(entry.getKey())) {
        throw error(path(entry.getKey()), entry.getValue(), "is not known here");
      }
    }
  }

  /** An error about one of the fields. */
  ProductFileException error(String name, String reason) {
    Node node = mapping.entries().get(name);
    return error(path(name), node == null ? mapping : node, reason);
  }

  /**
   * One item of a list.
   *
   * @param node its value
   */
  record Item(String file, String path, Node node) {
    boolean isText() {
      return node instanceof Node.Scalar;
    }

    String text() {
      if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.TEXT) {
        return scalar.text();
      }
      throw new ProductFileException(file, node.line(), path, "must be a text");
    }

    Fields fields() {
      return of(file, path, node);
    }

    ProductFileException error(String reason) {
      return new ProductFileException(file, node.line(), path, reason);
    }
  }

  private String text(String at, Node node) {
    return new Item(file, at, node).text();
  }

  private int number(String at, Node node, int min, int max) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.NUMBER) {
      try {
        int number = Integer.parseInt(scalar.text());
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException notWhole) {
        // the same as below
      }
    }
    throw error(at, node, "must be a whole number from " + min + " to " + max);
  }

  private <E extends Enum<E>> E word(String at, Node node, E[] values) {
    String text = text(at, node);
    Function<E, String> word = value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    for (E value : values) {
      if (word.apply(value).equals(text)) {
        return value;
      }
    }
    String known = Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    throw error(at, node, "is none of " + known + ": " + text);
  }

  private Node required(String name) {
    Node node = optional(name);
    if (node == null) {
      throw error(path(name), mapping, "is missing");
    }
    return node;
  }

  private @Nullable Node optional(String name) {
    read.add(name);
    return mapping.entries().get(name);
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private ProductFileException error(String at, Node node, String reason) {
    return new ProductFileException(file, node.line(), at, reason);
  }
}
