package io.tagginggateway.app.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether there were as many requests as expected, and if not, which come closest.
 *
 * @param verified whether there were
 * @param matched how many there were
 * @param closest the nearest misses where there were too few, the nearest first, and of equal ones
 *     the newest; the newest of those that match where there were too many; else nothing
 */
public record Verification(boolean verified, int matched, List<NearMiss> closest) {
  /** So many are told. */
  public static final int CLOSEST = 5;

  /** A text that is not there is as far from any other as a text can be. */
  private static final int FAR = 1000;

  /**
   * A request, and what of it differs from what was wanted.
   *
   * @param request the request
   * @param differs nothing where it matches
   */
  public record NearMiss(JournalEntry request, List<Difference> differs) {
    private int distance() {
      return differs.stream().mapToInt(each -> distance(each.expected(), each.got())).sum();
    }

    /** In thousandths of the longer text: only ranks requests with equally many differences. */
    private static int distance(@Nullable String expected, @Nullable String got) {
      if (expected == null || got == null) {
        return FAR;
      }
      int same = 0;
      int shorter = Math.min(expected.length(), got.length());
      while (same < shorter && expected.charAt(same) == got.charAt(same)) {
        same++;
      }
      int end = 0;
      while (end < shorter - same
          && expected.charAt(expected.length() - 1 - end) == got.charAt(got.length() - 1 - end)) {
        end++;
      }
      int longer = Math.max(expected.length(), got.length());
      return longer == 0 ? 0 : FAR - FAR * (same + end) / longer;
    }
  }

  /**
   * How many are expected.
   *
   * @param atLeast the fewest
   * @param atMost the most
   */
  public record Times(int atLeast, int atMost) {}

  /**
   * Holds the journal against what is expected; grows with the journal, so call it off the loop.
   */
  public static Verification of(Journal journal, JournalQuery query, Times times) {
    List<NearMiss> matching = new ArrayList<>();
    List<NearMiss> others = new ArrayList<>();
    for (JournalEntry entry : journal.find(JournalQuery.ALL)) {
      List<Difference> differs = query.differences(entry);
      (differs.isEmpty() ? matching : others).add(new NearMiss(entry, differs));
    }
    int matched = matching.size();
    if (matched > times.atMost()) {
      return new Verification(false, matched, first(matching));
    }
    if (matched >= times.atLeast()) {
      return new Verification(true, matched, List.of());
    }
    others.sort(Comparator.comparingInt((NearMiss near) -> near.differs().size()));
    // Only those that may be told are compared letter by letter; a sort keeps the newest first.
    List<NearMiss> nearest = new ArrayList<>(others.subList(0, Math.min(others.size(), 1000)));
    nearest.sort(
        Comparator.comparingInt((NearMiss near) -> near.differs().size())
            .thenComparingInt(NearMiss::distance));
    return new Verification(false, matched, first(nearest));
  }

  private static List<NearMiss> first(List<NearMiss> misses) {
    return List.copyOf(misses.subList(0, Math.min(misses.size(), CLOSEST)));
  }
}
