package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.tag.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of an answer of the resource family. Immutable. */
public sealed interface ResourceField {

  /** The name on the wire. */
  String name();

  /** Writes it: what it says of a page, or of the resource at {@code index} of it. */
  void write(ResourcePage page, int index, Document document) throws IOException;

  /**
   * A value that the gateway knows.
   *
   * @param name the name on the wire
   * @param meaning what stands there
   */
  record Value(String name, Meaning meaning) implements ResourceField {
    @Override
    public void write(ResourcePage page, int index, Document document) throws IOException {
      switch (meaning) {
        case REQUEST_ID -> document.field(name, page.call().requestId());
        case ID -> document.field(name, page.row(index).record().id());
        case ID_NUMBER -> number(name, page.row(index).record().id(), document);
        case REGION -> document.field(name, page.call().region());
        case ACCOUNT_NUMBER -> number(name, page.call().account(), document);
        case CREATED -> document.field(name, page.time(page.row(index).record().created()));
        case MODIFIED -> document.field(name, page.time(page.row(index).record().modified()));
        case COUNT -> document.field(name, page.rows());
        case TOTAL_COUNT -> document.field(name, page.total());
        case PAGE_SIZE -> document.field(name, page.size());
        case PAGE_NUMBER -> document.field(name, page.number());
        case NEXT_TOKEN -> document.field(name, page.nextToken());
      }
    }
  }

  /** What stands in a {@link Value}. */
  enum Meaning {
    /** The id of the request. */
    REQUEST_ID,
    /** The id of the resource. */
    ID,
    /** The id of the resource, as a number. */
    ID_NUMBER,
    /** The region. */
    REGION,
    /** The account of the caller, as a number. */
    ACCOUNT_NUMBER,
    /** When the resource was created. */
    CREATED,
    /** When the resource was changed last. */
    MODIFIED,
    /** How many resources this page has. */
    COUNT,
    /** How many resources all pages have. */
    TOTAL_COUNT,
    /** How much a page may hold. */
    PAGE_SIZE,
    /** The number of this page. */
    PAGE_NUMBER,
    /** The token of the next page; empty at the end. */
    NEXT_TOKEN
  }

  /**
   * What was sent when the resource was created or changed.
   *
   * @param name the name on the wire
   * @param attribute the parameter
   * @param kind what it is in JSON
   * @param otherwise what stands there if it was not sent; null leaves the field out
   */
  record Attribute(String name, String attribute, Literal.Kind kind, @Nullable String otherwise)
      implements ResourceField {
    @Override
    public void write(ResourcePage page, int index, Document document) throws IOException {
      String sent = page.row(index).record().attributes().getOrDefault(attribute, otherwise);
      if (sent != null) {
        switch (kind) {
          case TEXT -> document.field(name, sent);
          case NUMBER -> number(name, sent, document);
          case BOOLEAN -> document.field(name, Boolean.parseBoolean(sent));
        }
      }
    }
  }

  /**
   * A list of texts that was sent as {@code attribute.N}.
   *
   * @param name the name on the wire
   * @param attribute the parameter without its number
   */
  record TextList(String name, String attribute) implements ResourceField {
    @Override
    public void write(ResourcePage page, int index, Document document) throws IOException {
      document.startList(name);
      Map<String, String> attributes = page.row(index).record().attributes();
      for (String text : IndexedAttributes.values(attributes, attribute)) {
        document.item(text);
      }
      document.endList();
    }
  }

  /**
   * A value that is the same in every answer, but for the id and region of the resource.
   *
   * @param name the name on the wire
   * @param value the value; a text may hold {@code {id}} and {@code {region}}
   */
  record Constant(String name, Literal value) implements ResourceField {
    @Override
    public void write(ResourcePage page, int index, Document document) throws IOException {
      String text = value.text();
      if (value.kind() == Literal.Kind.TEXT && text.contains("{")) {
        String id = page.listed().isEmpty() ? "" : page.row(index).record().id();
        document.field(name, text.replace("{id}", id).replace("{region}", page.call().region()));
      } else {
        value.write(name, document);
      }
    }
  }

  /**
   * The tags of the resource.
   *
   * @param name the name of the list, or of what it is in
   * @param item the name of the list inside {@code name}; null where {@code name} is the list
   * @param key the name of a tag's key
   * @param value the name of a tag's value
   */
  record Tags(String name, @Nullable String item, String key, String value)
      implements ResourceField {
    @Override
    public void write(ResourcePage page, int index, Document document) throws IOException {
      startList(name, item, document);
      for (Tag tag : page.row(index).tags()) {
        document.startItem();
        document.field(key, tag.key());
        document.field(value, tag.value());
        document.endObject();
      }
      endList(item, document);
    }
  }

  /**
   * The resources of the page.
   *
   * @param name the name of the list, or of what it is in
   * @param item the name of the list inside {@code name}; null where {@code name} is the list
   * @param fields the fields of each
   */
  record Rows(String name, @Nullable String item, List<ResourceField> fields)
      implements ResourceField {
    @Override
    public void write(ResourcePage page, int index, Document document) throws IOException {
      startList(name, item, document);
      for (int row = 0; row < page.rows(); row++) {
        document.startItem();
        for (ResourceField field : fields) {
          field.write(page, row, document);
        }
        document.endObject();
      }
      endList(item, document);
    }
  }

  private static void startList(String name, @Nullable String item, Document document)
      throws IOException {
    if (item != null) {
      document.startObject(name);
    }
    document.startList(item == null ? name : item);
  }

  private static void endList(@Nullable String item, Document document) throws IOException {
    document.endList();
    if (item != null) {
      document.endObject();
    }
  }

  /** What is no number, since a caller sent it so, stays a text. */
  private static void number(String name, String text, Document document) throws IOException {
    if (text.matches("[0-9]{1,18}")) {
      document.field(name, Long.parseLong(text));
    } else {
      document.field(name, text);
    }
  }
}
