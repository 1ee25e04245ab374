package io.tagginggateway.core.product;

/**
 * The characters that a text may be made of.
 *
 * @param letters whether A to Z and a to z are in it
 * @param han whether Chinese characters are in it
 * @param digits whether 0 to 9 are in it
 * @param literals further characters
 */
public record CharacterSet(boolean letters, boolean han, boolean digits, String literals) {

  /** Whether a code point is in it. */
  public boolean contains(int c) {
    return (letters && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
        || (digits && c >= '0' && c <= '9')
        || literals.indexOf(c) >= 0
        || (han && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
