package io.tagginggateway.app.text;

import java.util.Collection;
import java.util.List;

/** What is said of a name that is not known: the nearest one, and which are known. */
public final class KnownNames {
  /** So many are listed: all operations of a large product, and few of 600 error codes. */
  private static final int LISTED = 40;

  /** So much is repeated of what was sent. */
  private static final int QUOTED = 60;

  private KnownNames() {}

  /**
   * One sentence.
   *
   * @param kind what it is, such as {@code product}
   */
  public static String unknown(String kind, String sent, Collection<String> known) {
    String nearest = Nearest.to(sent, known);
    return "no such "
        + kind
        + ": "
        + quoted(sent)
        + (nearest == null ? "" : "; did you mean " + nearest + "?")
        + "; known: "
        + listed(known);
  }

  /** Names, separated by commas; of many, the first and how many more there are. */
  public static String listed(Collection<String> names) {
    List<String> first = names.stream().limit(LISTED).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  /** The beginning of what was sent. */
  public static String quoted(String sent) {
    if (sent.length() <= QUOTED) {
      return sent;
    }
    int end = Character.isHighSurrogate(sent.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
    return sent.substring(0, end) + "…";
  }
}
