package io.tagginggateway.store.postgresql.state;

/** What a database can hold of texts that callers send. */
final class Texts {
  private Texts() {}

  /** Whether a text column can hold it: it has no room for the character of number 0. */
  static boolean canBeStored(String text) {
    return text.indexOf('\0') < 0;
  }
}
