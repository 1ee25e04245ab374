package io.tagginggateway.core.auth;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an ACS3 Authorization header, in whatever order they came; null if one was not sent.
 *
 * @param algorithm such as {@code ACS3-HMAC-SHA256}
 * @param credential the access key id
 * @param signedHeaders names of headers with semicolons between them
 * @param signature lower-case hexadecimal digits
 */
record Authorization(
    String algorithm,
    @Nullable String credential,
    @Nullable String signedHeaders,
    @Nullable String signature) {
  /** What the algorithms of this version of signatures start with. */
  static final String FAMILY = "ACS3-";

  static Authorization parse(String header) {
    int space = header.indexOf(' ');
    String algorithm = space < 0 ? header : header.substring(0, space);
    String credential = null;
    String signedHeaders = null;
    String signature = null;
    int start = algorithm.length();
    while (start < header.length()) {
      int comma = header.indexOf(',', start);
      int end = comma < 0 ? header.length() : comma;
      String part = header.substring(start, end).trim();
      if (part.startsWith("Credential=") && credential == null) {
        credential = value(part);
      } else if (part.startsWith("SignedHeaders=") && signedHeaders == null) {
        signedHeaders = value(part);
      } else if (part.startsWith("Signature=") && signature == null) {
        signature = value(part);
      }
      start = end + 1;
    }
    return new Authorization(algorithm, credential, signedHeaders, signature);
  }

  private static String value(String part) {
    return part.substring(part.indexOf('=') + 1);
  }
}
