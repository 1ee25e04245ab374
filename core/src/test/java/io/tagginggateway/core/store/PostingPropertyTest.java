package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;

/** Against a TreeSet, through its three forms. */
@Tag("random")
class PostingPropertyTest {
  private static final int CHUNK = 1 << Character.SIZE;

  /** Adds or removes a run of ordinals, so that a script crosses the shapes' borders both ways. */
  record Op(int first, int count, int stride, boolean remove, boolean newEdit) {
    IntStream ordinals() {
      return IntStream.range(0, count).map(i -> first + (i * stride));
    }
  }

  private record Version(@Nullable Posting posting, NavigableSet<Integer> expected) {}

  @Property(tries = 1000)
  void everyVersionStaysWhatItWas(@ForAll("ops") List<Op> ops) {
    List<Version> versions = new ArrayList<>();
    Posting posting = null;
    TreeSet<Integer> expected = new TreeSet<>();
    Object edit = new Object();
    for (Op op : ops) {
      if (op.newEdit()) {
        versions.add(new Version(posting, new TreeSet<>(expected)));
        edit = new Object();
      }
      for (int ordinal : op.ordinals().toArray()) {
        posting =
            op.remove()
                ? without(posting, ordinal, expected, edit)
                : with(posting, ordinal, expected, edit);
      }
    }
    versions.add(new Version(posting, expected));
    versions.forEach(PostingPropertyTest::check);
  }

  @Example
  void growsPastEveryBorderAndShrinksBack() {
    int[] ordinals = IntStream.rangeClosed(CHUNK - 40, CHUNK + 40).toArray();
    Object edit = new Object();
    TreeSet<Integer> expected = new TreeSet<>();
    Posting posting = null;
    for (int ordinal : ordinals) {
      posting = with(posting, ordinal, expected, edit);
      check(new Version(posting, expected));
    }
    for (int ordinal : ordinals) {
      posting = without(posting, ordinal, expected, edit);
      check(new Version(posting, expected));
    }
    assertThat(posting).isNull();
  }

  @Example
  void addsAgainAfterShrinkingToBetweenTheThresholds() {
    Object edit = new Object();
    TreeSet<Integer> expected = new TreeSet<>();
    Posting posting = null;
    for (int ordinal = 0; ordinal < 40; ordinal++) {
      posting = with(posting, ordinal, expected, edit);
    }
    for (int ordinal = 0; ordinal < 20; ordinal++) {
      posting = without(posting, ordinal, expected, edit);
    }
    posting = with(posting, 5, expected, edit);
    check(new Version(posting, expected));
  }

  /** Every other ordinal of a chunk that was full: the worst that a container can hold. */
  @Example
  void aChangeOfAChunkNeverCopiesMoreThan8KiB() {
    Object edit = new Object();
    Posting posting = Posting.of("key", 0);
    for (int ordinal = 1; ordinal <= CHUNK; ordinal++) {
      posting = posting.with(ordinal, edit);
    }
    for (int ordinal = 0; ordinal < CHUNK; ordinal += 2) {
      posting = Objects.requireNonNull(posting.without(ordinal, edit));
    }
    assertThat(size(posting.chunk(0))).isLessThanOrEqualTo(8 * 1024);
    assertThat(posting.next(0)).isEqualTo(1);
  }

  @Example
  void aChunkGivesItsRoomToGrowBackOnceTheNextOneBegins() {
    Object edit = new Object();
    Posting posting = Posting.of("key", 0);
    for (int ordinal = 1; ordinal < 1100; ordinal++) {
      posting = posting.with(ordinal, edit);
    }
    Container growing = posting.chunk(0);
    posting = posting.with(1100, edit);
    assertThat(posting.chunk(0)).isSameAs(growing);
    posting = posting.with(CHUNK, edit);
    assertThat(posting.chunk(0)).isEqualTo(growing).isNotSameAs(growing);
  }

  private static int size(@Nullable Container chunk) {
    return Objects.requireNonNull(chunk).getSizeInBytes();
  }

  private static @Nullable Posting with(
      @Nullable Posting posting, int ordinal, NavigableSet<Integer> expected, Object edit) {
    if (!expected.add(ordinal)) {
      return posting;
    }
    return posting == null ? Posting.of("key", ordinal) : posting.with(ordinal, edit);
  }

  private static @Nullable Posting without(
      @Nullable Posting posting, int ordinal, NavigableSet<Integer> expected, Object edit) {
    if (posting == null || !expected.remove(ordinal)) {
      return posting;
    }
    return posting.without(ordinal, edit);
  }

  private static void check(Version version) {
    Posting posting = version.posting();
    if (posting == null) {
      assertThat(version.expected()).isEmpty();
      return;
    }
    List<Integer> found = new ArrayList<>();
    for (int at = posting.next(0); at >= 0; at = posting.next(at + 1)) {
      found.add(at);
    }
    assertThat(found).isEqualTo(List.copyOf(version.expected()));
    assertThat(posting.size()).isEqualTo(version.expected().size());
    assertThat(posting.key()).isEqualTo("key");
  }

  @Provide
  Arbitrary<List<Op>> ops() {
    Arbitrary<Integer> firsts =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(CHUNK - 20, CHUNK + 20),
            Arbitraries.integers().between((3 * CHUNK) - 20, (3 * CHUNK) + 20));
    return Combinators.combine(
            firsts,
            Arbitraries.integers().between(1, 40),
            Arbitraries.of(1, 1, 2, 3000),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Op::new)
        .list()
        .ofMaxSize(14);
  }
}
