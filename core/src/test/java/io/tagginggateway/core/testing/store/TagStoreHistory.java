package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Many accounts, each with a writer, a reader and one who turns pages, all at once. What each of
 * them saw must be a history that one thread alone could have seen.
 */
public interface TagStoreHistory extends TagStoreFactory {
  int ACCOUNTS = 4;
  String ACCOUNT_KEY = "account";
  String VERSION_KEY = "version";
  List<String> VERSIONED = ids("v", 50);
  List<String> LASTING = ids("lasting", 120);

  @org.junit.jupiter.api.Tag("concurrent")
  @Test
  default void whatEveryoneSeesIsWhatOneAfterTheOtherWouldSee() throws Exception {
    TagStore store = newStore();
    List<Callable<Integer>> actors = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      Account account = new Account(StoreUnderTest.of(store), versions());
      account.begin();
      actors.addAll(List.of(account::write, account::readVersions, account::turnPages));
    }
    ExecutorService threads = Executors.newFixedThreadPool(actors.size());
    try {
      for (Future<Integer> actor :
          threads.invokeAll(actors, patience().toSeconds(), TimeUnit.SECONDS)) {
        assertThat(actor.get()).isPositive();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  /** One account's partition, and how far its only writer came. */
  final class Account {
    private final StoreUnderTest store;
    private final Tag own;
    private final int versions;
    private volatile int begun;
    private volatile int completed;

    Account(StoreUnderTest store, int versions) {
      this.store = store;
      this.versions = versions;
      this.own = new Tag(ACCOUNT_KEY, store.partition().account());
    }

    void begin() {
      // Passing resources in front of, among and behind the lasting ones.
      for (int i = 0; i < LASTING.size(); i++) {
        put(List.of("passing" + i), own);
        put(List.of(LASTING.get(i)), own);
      }
      put(VERSIONED, own, new Tag(VERSION_KEY, "0"));
    }

    int write() {
      List<String> passing = ids("passing", LASTING.size());
      for (int version = 1; version <= versions; version++) {
        begun = version;
        put(VERSIONED, new Tag(VERSION_KEY, Integer.toString(version)));
        completed = version;
        int from = version % (passing.size() - 40);
        List<String> some = passing.subList(from, from + 40);
        if (version % 2 == 0) {
          put(some, own);
        } else {
          store.apply(new TagChange.RemoveAll(some));
        }
      }
      return versions;
    }

    /** No call is seen in part, too late, too early, or taken back. */
    int readVersions() {
      int reads = 0;
      int last = 0;
      while (last < versions) {
        int least = Math.max(last, completed);
        Page page = store.list(query(VERSIONED, VERSION_KEY, 1000, null));
        List<String> versions =
            page.resources().stream().map(one -> one.tags().get(0).value()).distinct().toList();
        assertThat(page.resources()).hasSameSizeAs(VERSIONED);
        assertThat(versions).hasSize(1);
        last = Integer.parseInt(versions.get(0));
        assertThat(last).isBetween(least, begun);
        reads++;
      }
      return reads;
    }

    /** However the others come and go, who lasts is on one page, in the same order. */
    int turnPages() {
      int rounds = 0;
      boolean done;
      do {
        done = completed == versions;
        List<String> seen = new ArrayList<>();
        Cursor cursor = null;
        do {
          Page page = store.list(query(List.of(), ACCOUNT_KEY, 7, cursor));
          for (TaggedResource resource : page.resources()) {
            assertThat(resource.tags()).containsExactly(own);
            seen.add(resource.id());
          }
          cursor = page.next();
        } while (cursor != null);
        assertThat(seen).filteredOn(id -> id.startsWith("lasting")).isEqualTo(LASTING);
        rounds++;
      } while (!done);
      return rounds;
    }

    private void put(List<String> ids, Tag... tags) {
      store.apply(new TagChange.Put(ids, List.of(tags)));
    }
  }

  private static TagQuery query(List<String> ids, String key, int rows, @Nullable Cursor cursor) {
    PageLimit limit = new PageLimit(rows, PageLimit.Unit.ROWS);
    return new TagQuery(ids, List.of(new TagFilter(key, null)), limit, cursor);
  }
}
