package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.ProductFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the standing, source and note of each fact out of a product file, and leaves its values. A
 * mapping's standing and source hold for everything inside it that has none of its own.
 */
final class FactReader {
  private static final String STANDING = "standing";
  private static final String SOURCE = "source";
  private static final String NOTE = "note";
  private static final String VALUE = "value";
  private static final Set<String> ABOUT = Set.of(STANDING, SOURCE, NOTE);

  /** What is about the file and not about the product. */
  private static final Set<String> NO_FACTS = Set.of("schema", "sources");

  private final String file;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  private FactReader(String file) {
    this.file = file;
  }

  /**
   * A product file without what is said about its facts.
   *
   * @param values the values alone
   * @param facts each value that is not about the file itself
   */
  record Result(Node.Mapping values, List<Fact> facts) {}

  private record About(@Nullable Standing standing, String source, String note) {}

  /**
   * Separates the values from what is said about them.
   *
   * @throws ProductFileException if a fact has no standing, or a source that is not listed
   */
  static Result read(String file, Node document) {
    return new FactReader(file).document(document);
  }

  private Result document(Node document) {
    if (!(document instanceof Node.Mapping top)) {
      throw new ProductFileException(file, document.line(), "", "must be a mapping");
    }
    readSources(top.entries().get("sources"));
    About about = about(top, new About(null, "", ""), "");
    Map<String, Node> values = new LinkedHashMap<>();
    top.entries()
        .forEach(
            (name, node) -> {
              if (NO_FACTS.contains(name)) {
                values.put(name, node);
              } else if (!ABOUT.contains(name)) {
                values.put(name, value(node, about, name));
              }
            });
    return new Result(new Node.Mapping(values, top.line()), List.copyOf(facts));
  }

  private void readSources(@Nullable Node node) {
    if (node == null) {
      return;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      throw new ProductFileException(file, node.line(), "sources", "must be a mapping");
    }
    mapping.entries().forEach((id, source) -> sources.put(id, text(source, "sources." + id)));
  }

  private Node value(Node node, About outer, String path) {
    if (node instanceof Node.Mapping mapping) {
      About about = about(mapping, outer, path);
      Node wrapped = wrapped(mapping);
      return wrapped == null ? mapping(mapping, about, path) : value(wrapped, about, path);
    }
    if (node instanceof Node.Sequence sequence) {
      List<Node> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        items.add(value(item, outer, path + "[" + items.size() + "]"));
      }
      return new Node.Sequence(items, sequence.line());
    }
    note((Node.Scalar) node, outer, path);
    return node;
  }

  private Node mapping(Node.Mapping mapping, About about, String path) {
    Map<String, Node> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, node) -> {
              if (!ABOUT.contains(name)) {
                values.put(name, value(node, about, path + "." + name));
              }
            });
    return new Node.Mapping(values, mapping.line());
  }

  /** The value of a mapping that holds a value, something about it, and nothing else; or null. */
  private static @Nullable Node wrapped(Node.Mapping mapping) {
    Set<String> names = mapping.entries().keySet();
    return names.size() > 1
            && names.stream().allMatch(name -> name.equals(VALUE) || ABOUT.contains(name))
        ? mapping.entries().get(VALUE)
        : null;
  }

  private void note(Node.Scalar scalar, About about, String path) {
    Standing standing = about.standing();
    if (standing == null) {
      throw new ProductFileException(
          file, scalar.line(), path, "has no standing: say doc, sdk, seen or chosen");
    }
    facts.add(new Fact(path, scalar.text(), standing, about.source(), about.note()));
  }

  private About about(Node.Mapping mapping, About outer, String path) {
    Node standing = mapping.entries().get(STANDING);
    Node source = mapping.entries().get(SOURCE);
    Node note = mapping.entries().get(NOTE);
    return new About(
        standing == null ? outer.standing() : standing(standing, path),
        source == null ? outer.source() : source(source, path),
        note == null ? outer.note() : text(note, path + "." + NOTE));
  }

  private Standing standing(Node node, String path) {
    String at = at(path, STANDING);
    String word = text(node, at);
    for (Standing standing : Standing.values()) {
      if (standing.id().equals(word)) {
        return standing;
      }
    }
    String known =
        Arrays.stream(Standing.values()).map(Standing::id).collect(Collectors.joining(", "));
    throw new ProductFileException(file, node.line(), at, "is none of " + known + ": " + word);
  }

  private String source(Node node, String path) {
    String at = at(path, SOURCE);
    String id = text(node, at);
    String source = sources.get(id);
    if (source == null) {
      throw new ProductFileException(file, node.line(), at, "is not listed in sources: " + id);
    }
    return source;
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private String text(Node node, String path) {
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Scalar.Kind.TEXT) {
      return scalar.text();
    }
    throw new ProductFileException(file, node.line(), path, "must be a text");
  }
}
