package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TaggedResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Which tag filter emptied a list. */
final class FilterHints {
  private final Finder finder;
  private final Where where;

  FilterHints(Finder finder, Where where) {
    this.finder = finder;
    this.where = where;
  }

  /** Why a resource that is there is not listed. */
  static String isThere(StoredResource resource, List<TagFilter> filters) {
    List<Tag> tags = new ArrayList<>(resource.tags());
    tags.addAll(resource.systemTags());
    String id = Words.quoted(resource.id());
    for (TagFilter filter : filters) {
      if (tags.stream().noneMatch(filter::matches)) {
        return lacking(id, tags, filter);
      }
    }
    return tags.isEmpty()
        ? "The resource " + id + " is there and has no tags."
        : "The resource " + id + " is there, and no page is left behind this token.";
  }

  private static String lacking(String id, List<Tag> tags, TagFilter filter) {
    String key = Words.quoted(filter.key());
    for (Tag tag : tags) {
      if (tag.key().equals(filter.key())) {
        return "The resource "
            + id
            + " is there, and its tag "
            + key
            + " is "
            + Words.quoted(tag.value())
            + ", not "
            + Words.quoted(String.valueOf(filter.value()))
            + ".";
      }
    }
    List<String> keys = tags.stream().map(Tag::key).toList();
    String nearest = Nearest.to(filter.key(), keys);
    String none = "The resource " + id + " is there and has no tag " + key;
    return nearest != null
        ? none + ": did you mean " + Words.quoted(nearest) + "?"
        : none + (keys.isEmpty() ? ", nor any other." : "; it has " + Words.listed(keys) + ".");
  }

  /** The first filter that alone finds nothing. */
  CompletionStage<Hint> emptied(List<TagFilter> filters) {
    return emptiedBy(filters, 0);
  }

  private CompletionStage<Hint> emptiedBy(List<TagFilter> filters, int index) {
    if (index == filters.size()) {
      return CompletableFuture.completedFuture(
          Hint.of(
              filters.size() > 1
                  ? "Each tag filter is met by some resource, and none meets all "
                      + filters.size()
                      + " of them: they are joined by and."
                  : "Nothing is left behind this page."));
    }
    TagFilter filter = filters.get(index);
    return finder
        .any(where.asked(), List.of(filter))
        .thenCompose(any -> any.isPresent() ? emptiedBy(filters, index + 1) : unmet(filter));
  }

  private CompletionStage<Hint> unmet(TagFilter filter) {
    return finder
        .any(where.asked(), List.of(new TagFilter(filter.key(), null)))
        .thenCompose(
            withKey ->
                withKey.isPresent()
                    ? CompletableFuture.completedFuture(Hint.of(otherValue(filter, withKey.get())))
                    : finder
                        .some(where.asked(), Finder.SAMPLE)
                        .thenApply(some -> Hint.of(noSuchKey(filter, some))));
  }

  private String otherValue(TagFilter filter, TaggedResource other) {
    String value = other.tags().isEmpty() ? "" : other.tags().get(0).value();
    return noneHas(filter)
        + " with the value "
        + Words.quoted(String.valueOf(filter.value()))
        + ": "
        + Words.quoted(other.id())
        + " has it with "
        + Words.quoted(value)
        + ".";
  }

  private String noSuchKey(TagFilter filter, List<TaggedResource> some) {
    Set<String> keys = new LinkedHashSet<>();
    some.forEach(resource -> resource.tags().forEach(tag -> keys.add(tag.key())));
    return noneHas(filter) + Words.insteadOf(filter.key(), keys);
  }

  private String noneHas(TagFilter filter) {
    return "No "
        + where.asked().type()
        + " in "
        + where.region()
        + ", has the tag "
        + Words.quoted(filter.key());
  }
}
