package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.document.FieldName;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of an answer of the tag family. Immutable. */
public sealed interface AnswerField {

  /** The name on the wire. */
  String name();

  /** Writes it. */
  void write(ListAnswer answer, Document document) throws IOException;

  /** Whether it tells how many rows there are on all pages together. */
  default boolean countsTotal() {
    return false;
  }

  /** How many lists of rows are in it. */
  default int countRows() {
    return 0;
  }

  /**
   * A value that each answer has of its own.
   *
   * @param field the name on the wire
   * @param meaning what stands there
   */
  record Value(FieldName field, Meaning meaning) implements AnswerField {
    /** The same with its name as a text. */
    public Value(String name, Meaning meaning) {
      this(new FieldName(name), meaning);
    }

    @Override
    public String name() {
      return field.text();
    }

    @Override
    public void write(ListAnswer answer, Document document) throws IOException {
      switch (meaning) {
        case REQUEST_ID -> document.field(field, answer.requestId());
        case NEXT_TOKEN -> {
          String token = answer.tokenInAnswer();
          if (token != null) {
            document.field(field, token);
          }
        }
        case PAGE_SIZE -> document.field(field, answer.pageSize());
        case TOTAL_COUNT -> document.field(field, answer.total());
        case IS_TRUNCATED -> document.field(field, answer.nextToken() != null);
        case REGION -> document.field(field, answer.call().region());
        case ACCOUNT -> document.field(field, answer.call().account());
        case TRACE_ID -> document.field(field, answer.call().request().traceId());
      }
    }

    @Override
    public boolean countsTotal() {
      return meaning == Meaning.TOTAL_COUNT;
    }
  }

  /** What stands in a {@link Value}. */
  enum Meaning {
    /** The id of the request. */
    REQUEST_ID,
    /** The token of the next page. */
    NEXT_TOKEN,
    /** How much a page may hold, as a number. */
    PAGE_SIZE,
    /** How many rows there are on all pages together, as a number. */
    TOTAL_COUNT,
    /** Whether there is a next page. */
    IS_TRUNCATED,
    /** The region of the request. */
    REGION,
    /** The account of the caller. */
    ACCOUNT,
    /** The id in the header {@code x-acs-trace-id}. */
    TRACE_ID
  }

  /**
   * A value that is the same in every answer.
   *
   * @param name the name on the wire
   * @param value the value
   */
  record Constant(String name, Literal value) implements AnswerField {
    @Override
    public void write(ListAnswer answer, Document document) throws IOException {
      value.write(name, document);
    }
  }

  /**
   * An object.
   *
   * @param name the name on the wire
   * @param fields what is in it
   */
  record Group(String name, List<AnswerField> fields) implements AnswerField {
    @Override
    public void write(ListAnswer answer, Document document) throws IOException {
      document.startObject(name);
      for (AnswerField field : fields) {
        field.write(answer, document);
      }
      document.endObject();
    }

    @Override
    public boolean countsTotal() {
      return fields.stream().anyMatch(AnswerField::countsTotal);
    }

    @Override
    public int countRows() {
      return fields.stream().mapToInt(AnswerField::countRows).sum();
    }
  }

  /**
   * The rows of a list.
   *
   * @param name the name of the list, or of what it is in
   * @param item the name of the list inside {@code name}; null where {@code name} is the list
   * @param fields the fields of each row
   */
  record Rows(String name, @Nullable String item, List<RowField> fields) implements AnswerField {
    @Override
    public int countRows() {
      return 1;
    }

    @Override
    public void write(ListAnswer answer, Document document) throws IOException {
      if (item != null) {
        document.startObject(name);
      }
      document.startList(item == null ? name : item);
      for (TaggedResource resource : answer.page().resources()) {
        for (Tag tag : resource.tags()) {
          document.startItem();
          for (RowField field : fields) {
            field.write(answer, resource, tag, document);
          }
          document.endObject();
        }
      }
      document.endList();
      if (item != null) {
        document.endObject();
      }
    }
  }
}
