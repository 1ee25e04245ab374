package io.tagginggateway.app.journal;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The beginning of an answer's body, as bytes until somebody reads it. Secrets are masked when it
 * is read, also where the bound cut one apart.
 */
public final class KeptAnswer {
  /** The bytes that are kept of a body. */
  static final int MAX_BYTES = 2048;

  /** The objects around the bytes. */
  private static final int OVERHEAD = 128;

  /** Made when an answer is read for the first time: most of them never are. */
  private static final class Secrets {
    /** What names a secret in an answer, or in the parameters that an error repeats. */
    private static final String NAMES =
        "(AccessKeySecret|SecurityToken|x-acs-security-token|Authorization|(?<!\\w)Signature)";

    /** The value of a JSON field, of an element of XML, or of a parameter that is escaped twice. */
    private static final Pattern SECRET =
        Pattern.compile(
            NAMES
                + "(\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*"
                + "|>[^<]+"
                + "|%3D(?:(?!%26)[^\"<])*"
                + "|=[^&\"<\\s]*)",
            Pattern.CASE_INSENSITIVE);
  }

  private final Buffer start;
  private final boolean cut;

  private KeptAnswer(Buffer start, boolean cut) {
    this.start = start;
    this.cut = cut;
  }

  /** The beginning of a body that nobody changes any more; a short one is kept as it is. */
  static KeptAnswer of(Buffer body) {
    return body.length() <= MAX_BYTES
        ? new KeptAnswer(body, /* cut= */ false)
        : new KeptAnswer(body.getBuffer(0, MAX_BYTES), /* cut= */ true);
  }

  /** What was kept before. */
  static KeptAnswer of(byte[] start, boolean cut) {
    return new KeptAnswer(Buffer.buffer(start), cut);
  }

  /** The bytes that are kept, as they were sent. */
  byte[] start() {
    return start.getBytes();
  }

  /** Whether more was sent. */
  boolean isCut() {
    return cut;
  }

  /** How much memory it takes, as estimated. */
  int bytes() {
    return OVERHEAD + start.length();
  }

  /** What is kept, as text; what is longer ends in {@link KeptParameters#CUT}. */
  public String text() {
    String text = start.toString(StandardCharsets.UTF_8);
    if (cut) {
      // The last character may have been cut apart.
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '\uFFFD') {
        end--;
      }
      text = text.substring(0, end);
    }
    String masked =
        Secrets.SECRET
            .matcher(text)
            .replaceAll(found -> found.group(1) + sign(found.group(2)) + KeptParameters.MASK);
    return cut ? masked + KeptParameters.CUT : masked;
  }

  /** What stands between the name and its value. */
  private static String sign(String found) {
    return switch (found.charAt(0)) {
      case '"' -> "\":\"";
      case '>' -> ">";
      case '%' -> "%3D";
      default -> "=";
    };
  }
}
