package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that change many resources at once, and lists of them, beside plain maps. */
final class LargeCallsTest {
  private static final Partition PARTITION = new Partition("1", "P", "r", "T");
  private static final ChangeRules OPEN = new ChangeRules(20, false);
  private static final PageLimit ALL = new PageLimit(Integer.MAX_VALUE, PageLimit.Unit.ROWS);

  private final MemoryTagStore store = new MemoryTagStore();
  private final Map<String, TreeMap<String, String>> model = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyListIsWhatTheChangesLeft(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      change(random);
      for (int query = 0; query < 5; query++) {
        List<TagFilter> filters = filters(random);
        // The second time, what the first has found out may be remembered.
        assertThat(listed(filters)).isEqualTo(expected(filters));
        assertThat(listed(filters)).isEqualTo(expected(filters));
      }
    }
  }

  @Test
  void aTagMayComeAndGoAndComeInOneCall() {
    Tag tag = new Tag("key-0", "value-0");
    List<StoredResource> resources = new ArrayList<>();
    IntStream.range(0, 50).forEach(id -> resources.add(stored(id, List.of(tag))));
    IntStream.range(0, 50).forEach(id -> resources.add(stored(id, List.of())));
    IntStream.range(0, 5).forEach(id -> resources.add(stored(id, List.of(tag))));
    store.put(PARTITION, resources).join();
    assertThat(listed(List.of(new TagFilter("key-0", "value-0"))))
        .containsOnlyKeys("r0", "r1", "r2", "r3", "r4");
    assertThat(listed(List.of(new TagFilter("key-0", null)))).hasSize(5);
  }

  private static StoredResource stored(int id, List<Tag> tags) {
    return new StoredResource("r" + id, tags, List.of(), true);
  }

  private void change(Random random) {
    int first = random.nextInt(300);
    List<String> ids = IntStream.range(first, first + 50).mapToObj(id -> "r" + id).toList();
    Tag one = tag(random, 0);
    Tag other = tag(random, 1 + random.nextInt(2));
    TagChange change =
        switch (random.nextInt(6)) {
          case 0 -> new TagChange.RemoveAll(ids);
          case 1 -> new TagChange.Remove(ids, List.of(one.key()));
          case 2 -> new TagChange.RemoveTags(ids, List.of(), List.of(one, other));
          default -> new TagChange.Put(ids, List.of(one, other));
        };
    assertThat(store.change(PARTITION, change, OPEN).join()).isEqualTo(ChangeResult.APPLIED);
    for (String id : ids) {
      TreeMap<String, String> tags = model.computeIfAbsent(id, none -> new TreeMap<>());
      if (change instanceof TagChange.RemoveAll) {
        tags.clear();
      } else if (change instanceof TagChange.Remove) {
        tags.remove(one.key());
      } else if (change instanceof TagChange.RemoveTags) {
        tags.remove(one.key(), one.value());
        tags.remove(other.key(), other.value());
      } else {
        tags.put(one.key(), one.value());
        tags.put(other.key(), other.value());
      }
    }
  }

  private static Tag tag(Random random, int key) {
    return new Tag("key-" + key, "value-" + random.nextInt(3));
  }

  /** One or two, in either order, some of a key alone. */
  private static List<TagFilter> filters(Random random) {
    List<TagFilter> filters = new ArrayList<>();
    int first = random.nextInt(3);
    filters.add(filter(random, first));
    if (random.nextBoolean()) {
      filters.add(filter(random, (first + 1 + random.nextInt(2)) % 3));
    }
    return filters;
  }

  private static TagFilter filter(Random random, int key) {
    return new TagFilter(
        "key-" + key, random.nextInt(4) == 0 ? null : "value-" + random.nextInt(3));
  }

  private Map<String, List<Tag>> listed(List<TagFilter> filters) {
    Map<String, List<Tag>> listed = new HashMap<>();
    TagQuery query = new TagQuery(List.of(), filters, ALL, null);
    for (TaggedResource resource : store.list(PARTITION, query).join().resources()) {
      listed.put(resource.id(), resource.tags());
    }
    return listed;
  }

  private Map<String, List<Tag>> expected(List<TagFilter> filters) {
    Map<String, List<Tag>> expected = new HashMap<>();
    model.forEach(
        (id, tags) -> {
          List<Tag> rows =
              tags.entrySet().stream()
                  .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                  .filter(tag -> filters.stream().anyMatch(filter -> filter.matches(tag)))
                  .toList();
          if (rows.size() == filters.size()) {
            expected.put(id, rows);
          }
        });
    return expected;
  }
}
