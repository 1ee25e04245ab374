package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.StateChanges;
import io.tagginggateway.app.console.view.StateChanges.Change;
import io.tagginggateway.app.console.view.StateChanges.TagChange;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a state has otherwise than another. Holds as much as it shows, not what it compares.
 */
final class StateDiff {
  /** Chosen: what a person reads. */
  private static final int MAX = 200;

  private final List<Change> changes = new ArrayList<>();
  private long count;

  private StateDiff() {}

  /** What was added, removed and changed since the fixtures were loaded. */
  static StateChanges of(Stores stores) {
    State start = stores.start().orElse(null);
    if (start == null) {
      String summary = "This store keeps its fixtures where they cannot be compared.";
      return new StateChanges(List.of(), summary);
    }
    StateDiff diff = new StateDiff();
    diff.compare(start, stores.current());
    String all = Texts.count(diff.count, "resource") + " differ from the fixtures";
    String summary =
        diff.count == 0
            ? "Nothing differs from the fixtures."
            : all + (diff.count > MAX ? "; the first " + MAX + " are shown." : ".");
    return new StateChanges(
        diff.changes, summary.replace("1 resource differ", "1 resource differs"));
  }

  private void compare(State before, State now) {
    TreeSet<String> order = new TreeSet<>();
    Map<String, Partition> partitions = new LinkedHashMap<>();
    for (State state : List.of(before, now)) {
      for (Partition partition : state.tags().sizes().toCompletableFuture().join().keySet()) {
        order.add(place(partition));
        partitions.put(place(partition), partition);
      }
    }
    for (String place : order) {
      Partition partition = Objects.requireNonNull(partitions.get(place));
      Exports.forEach(
          now.tags(),
          partition,
          resource -> add(partition, find(before, partition, resource), resource));
      Exports.forEach(
          before.tags(),
          partition,
          resource -> {
            if (find(now, partition, resource) == null) {
              add(partition, resource, null);
            }
          });
    }
  }

  private static @Nullable StoredResource find(
      State state, Partition partition, StoredResource resource) {
    return state.tags().find(partition, resource.id()).toCompletableFuture().join().orElse(null);
  }

  private void add(
      Partition partition, @Nullable StoredResource before, @Nullable StoredResource now) {
    List<TagChange> tags = tags(all(before), all(now));
    if (before != null && now != null && tags.isEmpty()) {
      return;
    }
    count++;
    StoredResource there = now == null ? before : now;
    if (changes.size() < MAX && there != null) {
      String kind = before == null ? "added" : now == null ? "removed" : "changed";
      String link = now == null ? "" : StateSearch.link(partition, there.id());
      changes.add(new Change(kind, place(partition), there.id(), link, tags));
    }
  }

  private static Map<String, String> all(@Nullable StoredResource resource) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (resource != null) {
      for (List<Tag> kind : List.of(resource.tags(), resource.systemTags())) {
        kind.forEach(tag -> tags.put(tag.key(), tag.value()));
      }
    }
    return tags;
  }

  private static List<TagChange> tags(Map<String, String> before, Map<String, String> now) {
    Map<String, String> keys = new LinkedHashMap<>(before);
    keys.putAll(now);
    List<TagChange> changes = new ArrayList<>();
    for (String key : keys.keySet()) {
      String old = before.get(key);
      String value = now.get(key);
      if (!Objects.equals(old, value)) {
        changes.add(
            new TagChange(
                key, Texts.orEmpty(old), old != null, Texts.orEmpty(value), value != null));
      }
    }
    return changes;
  }

  private static String place(Partition partition) {
    return String.join(
        " / ", partition.account(), partition.product(), partition.region(), partition.type());
  }
}
