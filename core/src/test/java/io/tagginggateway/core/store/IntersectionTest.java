package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postings over several chunks, compared with what plain arithmetic says is in all of them. */
final class IntersectionTest {
  private static final int END = 200_000;

  @ParameterizedTest
  @CsvSource({
    "2, 3, 1", // neighbours that match often: never more than a few steps apart
    "2, 3, 70000", // three in a row, the rarest of them small
    "2, 1000, 999", // matches far from each other
    "65536, 2, 1", // one in each chunk
    "4001, 4003, 1" // nothing but the first and last of a long way
  })
  void findsWhatIsInEveryPosting(int first, int second, int third) {
    IntPredicate inAll = at -> at % first == 0 && at % second == 0 && at % third == 0;
    Intersection intersection = new Intersection(multiples(first, second, third));
    assertThat(walk(intersection))
        .isEqualTo(IntStream.range(0, END).filter(inAll).boxed().toList());
  }

  @Test
  void endsWhereManyResourcesOfEachNeverMeet() {
    Posting[] evenAndOdd = {posting(at -> at % 2 == 0), posting(at -> at % 2 == 1)};
    assertThat(new Intersection(evenAndOdd).next(0)).isEqualTo(-1);
  }

  @Test
  void findsTheOnlyMeetingAtTheVeryEnd() {
    Posting[] postings = {
      posting(at -> at % 2 == 0 || at == END - 1), posting(at -> at % 2 == 1 && at != END - 3)
    };
    assertThat(walk(new Intersection(postings))).containsExactly(END - 1);
  }

  @Test
  void goesOnFromAnyPlaceAsIfItHadStartedThere() {
    Intersection walked = new Intersection(multiples(700, 3, 1));
    for (int from = 0; from < END; from += 9973) {
      Intersection fresh = new Intersection(multiples(700, 3, 1));
      assertThat(walked.next(from))
          .isEqualTo(fresh.next(from))
          .isIn(-1, (from + 2099) / 2100 * 2100);
    }
  }

  @Test
  void seesEachChangeOfPostingsThatNeverMet() {
    Posting even = posting(at -> at % 2 == 0);
    Posting odd = posting(at -> at % 2 == 1);
    assertThat(walk(even, odd)).isEmpty();
    assertThat(walk(odd, even)).isEmpty();

    Posting oddAndTwo = odd.with(2, new Object());
    Posting evenAndOne = even.with(1, new Object());
    assertThat(walk(even, oddAndTwo)).containsExactly(2);
    assertThat(walk(evenAndOne, odd)).containsExactly(1);
    assertThat(walk(evenAndOne, oddAndTwo)).containsExactly(1, 2);

    Posting oddAgain = oddAndTwo.without(2, new Object());
    assertThat(walk(even, oddAgain)).isEmpty();
    assertThat(walk(even, odd)).isEmpty();
    assertThat(walk(even, oddAndTwo)).containsExactly(2);
  }

  private static List<Integer> walk(Posting... postings) {
    return walk(new Intersection(postings));
  }

  private static List<Integer> walk(Intersection intersection) {
    List<Integer> found = new ArrayList<>();
    for (int at = intersection.next(0); at >= 0; at = intersection.next(at + 1)) {
      found.add(at);
    }
    return found;
  }

  private static Posting[] multiples(int... divisors) {
    return IntStream.of(divisors)
        .mapToObj(divisor -> posting(at -> at % divisor == 0))
        .toArray(Posting[]::new);
  }

  private static Posting posting(IntPredicate included) {
    Object edit = new Object();
    int[] ordinals = IntStream.range(0, END).filter(included).toArray();
    Posting posting = Posting.of("key", ordinals[0]);
    for (int i = 1; i < ordinals.length; i++) {
      posting = posting.with(ordinals[i], edit);
    }
    return posting;
  }
}
