package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.document.FieldName;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.IOException;

/**
 * A field of each row of a list. Immutable.
 *
 * @param field the name on the wire
 * @param meaning what stands there
 * @param literal the value of a {@link Meaning#CONSTANT}, the name of a {@link Meaning#PARAMETER},
 *     else empty
 */
public record RowField(FieldName field, Meaning meaning, Literal literal) {
  /** The same with its name as a text. */
  public RowField(String name, Meaning meaning, Literal literal) {
    this(new FieldName(name), meaning, literal);
  }

  /** The name on the wire. */
  public String name() {
    return field.text();
  }

  /** What stands in it. */
  public enum Meaning {
    /** The id of the resource. */
    RESOURCE_ID,
    /** The type of the resource, as answers spell it. */
    TYPE,
    /** The tag key. */
    KEY,
    /** The tag value. */
    VALUE,
    /** The region of the request. */
    REGION,
    /** The account of the caller. */
    ACCOUNT,
    /** The account of the caller, as a number. */
    ACCOUNT_NUMBER,
    /** {@code Custom}; {@code System} for keys that the cloud keeps for itself. */
    CATEGORY,
    /** A parameter of the request. */
    PARAMETER,
    /** The same in every row. */
    CONSTANT
  }

  void write(ListAnswer answer, TaggedResource resource, Tag tag, Document document)
      throws IOException {
    switch (meaning) {
      case RESOURCE_ID -> document.field(field, resource.id());
      case TYPE -> document.field(field, answer.typeInAnswer());
      case KEY -> document.field(field, tag.key());
      case VALUE -> document.field(field, tag.value());
      case REGION -> document.field(field, answer.call().region());
      case ACCOUNT -> document.field(field, answer.call().account());
      case ACCOUNT_NUMBER -> number(answer.call().account(), document);
      case CATEGORY ->
          document.field(field, Texts.hasReservedPrefix(tag.key()) ? "System" : "Custom");
      case PARAMETER -> {
        String sent = answer.call().request().parameter(literal.text());
        document.field(field, sent == null ? "" : sent);
      }
      case CONSTANT -> literal.write(name(), document);
    }
  }

  /** An account that is configured with other characters than digits stays a text. */
  private void number(String account, Document document) throws IOException {
    if (account.matches("[0-9]{1,18}")) {
      document.field(field, Long.parseLong(account));
    } else {
      document.field(field, account);
    }
  }
}
