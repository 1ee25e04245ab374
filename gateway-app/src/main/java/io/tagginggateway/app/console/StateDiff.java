package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.StateChanges;
import io.tagginggateway.app.console.view.StateChanges.Change;
import io.tagginggateway.app.console.view.StateChanges.TagChange;
import io.tagginggateway.core.state.StateDifferences;
import io.tagginggateway.core.state.StateDifferences.Difference;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what a state has otherwise than its fixtures. */
final class StateDiff {
  /** Chosen: what a person reads. */
  private static final int MAX = 200;

  private StateDiff() {}

  /** What was added, removed and changed since the fixtures were loaded. */
  static StateChanges of(Stores stores) {
    StateDifferences found = stores.differences(MAX).toCompletableFuture().join();
    String all = Texts.count(found.count(), "resource") + " differ from the fixtures";
    String summary =
        found.count() == 0
            ? "Nothing differs from the fixtures."
            : all + (found.count() > MAX ? "; the first " + MAX + " are shown." : ".");
    return new StateChanges(
        found.first().stream().map(StateDiff::change).toList(),
        summary.replace("1 resource differ", "1 resource differs"));
  }

  private static Change change(Difference difference) {
    StoredResource before = difference.before();
    StoredResource now = difference.now();
    String kind = before == null ? "added" : now == null ? "removed" : "changed";
    String id = now != null ? now.id() : Objects.requireNonNull(before).id();
    String link = now == null ? "" : StateSearch.link(difference.partition(), id);
    return new Change(kind, place(difference.partition()), id, link, tags(all(before), all(now)));
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
