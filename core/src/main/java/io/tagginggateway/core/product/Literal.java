package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import java.io.IOException;

/**
 * A value that is the same in every answer.
 *
 * @param kind what it is in JSON
 * @param text the value as text
 */
public record Literal(Kind kind, String text) {

  /** What a value is in JSON. */
  public enum Kind {
    /** A string. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    BOOLEAN
  }

  void write(String name, Document document) throws IOException {
    switch (kind) {
      case TEXT -> document.field(name, text);
      case NUMBER -> document.field(name, Integer.parseInt(text));
      case BOOLEAN -> document.field(name, Boolean.parseBoolean(text));
    }
  }
}
