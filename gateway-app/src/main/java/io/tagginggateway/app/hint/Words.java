package io.tagginggateway.app.hint;

import io.tagginggateway.app.text.KnownNames;
import io.tagginggateway.app.text.Nearest;
import java.util.Collection;
import java.util.List;

/** Parts of sentences. */
final class Words {
  private static final int LISTED = 12;

  private Words() {}

  /** What a caller sent, cut. */
  static String quoted(String sent) {
    return sent.isEmpty() ? "an empty text" : KnownNames.quoted(sent);
  }

  /** A few names; of many, the first and how many more there are. */
  static String listed(Collection<String> names) {
    List<String> first = names.stream().limit(LISTED).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  /** {@code 1 tag}, {@code 2 tags}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What there is in the place of a key that there is not, as the end of a sentence. */
  static String insteadOf(String key, Collection<String> keys) {
    String nearest = Nearest.to(key, keys);
    return nearest != null
        ? ": did you mean " + quoted(nearest) + "?"
        : keys.isEmpty() ? "." : "; there are " + listed(keys) + ".";
  }
}
