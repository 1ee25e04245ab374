package io.tagginggateway.core.document;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * The name of a field that answers repeat, in the form that JSON writes: to encode it anew each
 * time takes as long as its value. Immutable.
 */
public final class FieldName {
  private final SerializedString text;

  /**
   * A name.
   *
   * @param text the name on the wire
   */
  public FieldName(String text) {
    this.text = new SerializedString(text);
    // Made now, so that whoever sees this object sees it whole.
    byte[] unused = this.text.asQuotedUTF8();
  }

  /** The name on the wire. */
  public String text() {
    return text.getValue();
  }

  SerializableString json() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldName name && name.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
