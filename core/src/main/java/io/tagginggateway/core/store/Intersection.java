package io.tagginggateway.core.store;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;

/**
 * The resources in every posting. Each posting in turn is moved up to where another one stands,
 * which is cheapest where resources that match are near. Where they are not, whole chunks are
 * intersected, so that a page that finds little costs a look at each chunk and not at each
 * resource; two postings that share nothing remember it until one of them changes. Lives for one
 * page.
 */
final class Intersection implements Candidates {
  /** Steps that cost about as much as one chunk. */
  private static final int PATIENCE = 16;

  private final Posting[] postings;
  private int steps;
  private int chunk = -1;
  private @Nullable Container common;

  /** An intersection of at least one posting. */
  Intersection(Posting[] postings) {
    this.postings = postings;
    Arrays.sort(postings, Comparator.comparingInt(Posting::size));
  }

  @Override
  public int next(int from) {
    if (from == 0
        && postings.length == 2
        && postings[0] instanceof LargePosting fewer
        && postings[1] instanceof LargePosting more) {
      return first(fewer, more);
    }
    return search(from);
  }

  /** Clients ask the same again and again, so what took a look at everything is remembered. */
  private int first(LargePosting fewer, LargePosting more) {
    if (fewer.isApart(more)) {
      return -1;
    }
    int first = search(0);
    if (first < 0) {
      fewer.rememberApart(more);
    }
    return first;
  }

  private int search(int from) {
    if (chunk >= 0) {
      return nextInChunks(from);
    }
    int at = postings[0].next(from);
    for (int i = 1; i < postings.length && at >= 0; ) {
      int next = postings[i].next(at);
      if (next == at) {
        i++;
      } else if (next >= 0 && ++steps > PATIENCE && postings[0].isLarge()) {
        return nextInChunks(next);
      } else {
        at = next < 0 ? -1 : postings[0].next(next);
        i = 1;
      }
    }
    return at;
  }

  private int nextInChunks(int from) {
    char low = (char) from;
    for (int i = from >>> Character.SIZE; i < postings[0].chunks(); i++) {
      Container here = common(i);
      int value = here == null ? -1 : here.nextValue(low);
      if (value >= 0) {
        return (i << Character.SIZE) | value;
      }
      low = 0;
    }
    return -1;
  }

  private @Nullable Container common(int index) {
    if (chunk != index) {
      chunk = index;
      common = postings[0].chunk(index);
      for (int i = 1; i < postings.length && common != null; i++) {
        Container other = postings[i].chunk(index);
        // To see that they share nothing takes half as long, and no memory.
        common = other == null || !common.intersects(other) ? null : common.and(other);
      }
    }
    return common;
  }
}
