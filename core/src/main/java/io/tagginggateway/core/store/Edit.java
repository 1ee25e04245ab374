package io.tagginggateway.core.store;

import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagStore;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One change of a partition, from the snapshot before to the snapshot after. Every node that it
 * makes carries its owner mark; dropping the edit undoes all of it.
 */
final class Edit {
  /**
   * About how many bytes things take, with their share of the tries. Measured by the benchmark of
   * heap per row, with nothing shared, and rounded up.
   */
  private static final int RESOURCE = 200;

  private static final int POSTING = 250;
  private static final int ROW = 24;
  private static final int CHARACTER = 2;

  /** Not the edit itself: a node that lives on must not keep the snapshot before alive. */
  private final Object owner = new Object();

  /**
   * Postings that this edit changes in place: a call gives many resources the same tags, and need
   * not look each up again for each resource.
   */
  private final IdentityHashMap<Object, LargePosting> own = new IdentityHashMap<>();

  private HashTrie<Resource> ids;
  private Ordinals ordinals;
  private HashTrie<Posting> keys;
  private HashTrie<Posting> tags;
  private @Nullable FreeOrdinals free;
  private int end;
  private int resources;
  private long rows;
  private long bytes;

  Edit(Snapshot before) {
    ids = before.ids();
    ordinals = before.ordinals();
    keys = before.keys();
    tags = before.tags();
    free = before.free();
    end = before.end();
    resources = before.size().resources();
    rows = before.size().rows();
    bytes = before.bytes();
  }

  Snapshot after() {
    return new Snapshot(
        ids, ordinals, keys, tags, free, end, new TagStore.Size(resources, rows), bytes);
  }

  ChangeResult apply(TagChange change, ChangeRules rules) {
    Function<Resource, Tag[]> tagsAfter = change.as(new TagsAfter());
    for (String id : change.resourceIds()) {
      Resource before = ids.get(id);
      if (before == null && rules.mustExist()) {
        return ChangeResult.RESOURCE_NOT_FOUND;
      }
      Resource base =
          before != null ? before : Resource.of(id, end, Resource.NO_TAGS, List.of(), false);
      Tag[] newTags = tagsAfter.apply(base);
      if (before == null && newTags.length == 0) {
        continue;
      }
      int ordinal = before != null ? before.ordinal() : takeOrdinal();
      Resource after = base.with(ordinal, newTags);
      if (after.userTags() > rules.maxTagsPerResource()) {
        return ChangeResult.TOO_MANY_TAGS;
      }
      replace(before, after);
    }
    return ChangeResult.APPLIED;
  }

  /** The tags that a change leaves a resource. */
  private final class TagsAfter implements TagChange.Cases<Function<Resource, Tag[]>> {
    @Override
    public Function<Resource, Tag[]> put(TagChange.Put put) {
      List<Tag> added =
          put.tags().stream().map(Edit.this::canonical).sorted(Resource.BY_KEY).toList();
      return resource -> resource.merged(added);
    }

    @Override
    public Function<Resource, Tag[]> remove(TagChange.Remove remove) {
      return resource -> resource.kept(tag -> !remove.keys().contains(tag.key()));
    }

    @Override
    public Function<Resource, Tag[]> removeTags(TagChange.RemoveTags remove) {
      return resource ->
          resource.kept(tag -> !remove.keys().contains(tag.key()) && !remove.tags().contains(tag));
    }

    @Override
    public Function<Resource, Tag[]> removeAll(TagChange.RemoveAll removeAll) {
      return resource -> resource.kept(tag -> false);
    }

    @Override
    public Function<Resource, Tag[]> nothing(TagChange.Nothing nothing) {
      return Resource::tags;
    }
  }

  void put(StoredResource stored) {
    Tag[] all = new Tag[stored.tags().size() + stored.systemTags().size()];
    int size = 0;
    for (Tag tag : stored.tags()) {
      all[size++] = canonical(tag);
    }
    for (Tag tag : stored.systemTags()) {
      all[size++] = canonical(tag);
    }
    Arrays.sort(all, Resource.BY_KEY);
    List<String> systemKeys = stored.systemTags().stream().map(Tag::key).toList();
    Resource before = ids.get(stored.id());
    int ordinal = before == null ? takeOrdinal() : before.ordinal();
    replace(before, Resource.of(stored.id(), ordinal, all, systemKeys, stored.declared()));
  }

  private void replace(@Nullable Resource before, Resource after) {
    Tag[] old = before == null ? Resource.NO_TAGS : before.tags();
    int ordinal = after.ordinal();
    index(old, after.tags(), ordinal);
    rows += after.tags().length - old.length;
    bytes += (long) ROW * (after.tags().length - old.length);
    if (before == null) {
      resources++;
      bytes += RESOURCE + (long) CHARACTER * after.id().length();
    }
    if (after.tags().length > 0 || after.declared()) {
      ids = ids.with(after, owner);
      ordinals = ordinals.with(ordinal, after, owner);
    } else {
      ids = ids.without(after.id(), owner);
      ordinals = ordinals.with(ordinal, null, owner);
      free = new FreeOrdinals(ordinal, free);
      resources--;
      bytes -= RESOURCE + (long) CHARACTER * after.id().length();
    }
  }

  /** Walks both arrays, ordered by key, and touches only the postings that differ. */
  private void index(Tag[] old, Tag[] now, int ordinal) {
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      int order =
          i == old.length ? 1 : j == now.length ? -1 : Resource.BY_KEY.compare(old[i], now[j]);
      if (order < 0) {
        keys = remove(keys, old[i].key(), ordinal);
        tags = remove(tags, old[i++], ordinal);
      } else if (order > 0) {
        keys = add(keys, now[j].key(), ordinal);
        tags = add(tags, now[j++], ordinal);
      } else {
        if (!old[i].equals(now[j])) {
          tags = remove(tags, old[i], ordinal);
          tags = add(tags, now[j], ordinal);
        }
        i++;
        j++;
      }
    }
  }

  private HashTrie<Posting> add(HashTrie<Posting> postings, Object key, int ordinal) {
    LargePosting mine = own.get(key);
    if (mine != null) {
      mine.with(ordinal, owner);
      return postings;
    }
    Posting posting = postings.get(key);
    if (posting == null) {
      bytes += size(key);
      return postings.with(Posting.of(key, ordinal), owner);
    }
    Posting more = posting.with(ordinal, owner);
    if (more instanceof LargePosting large) {
      own.put(key, large);
    }
    return more == posting ? postings : postings.with(more, owner);
  }

  private HashTrie<Posting> remove(HashTrie<Posting> postings, Object key, int ordinal) {
    Posting posting = postings.get(key);
    if (posting == null) {
      return postings;
    }
    own.clear();
    Posting fewer = posting.without(ordinal, owner);
    if (fewer == null) {
      bytes -= size(key);
      return postings.without(key, owner);
    }
    return fewer == posting ? postings : postings.with(fewer, owner);
  }

  /** A tag shares the text of its key with others. */
  private static long size(Object key) {
    int characters = key instanceof Tag tag ? tag.value().length() : key.toString().length();
    return POSTING + (long) CHARACTER * characters;
  }

  /** The one object that stands for equal tags, so that a row costs a reference. */
  private Tag canonical(Tag tag) {
    Posting known = tags.get(tag);
    if (known != null) {
      return (Tag) known.key();
    }
    Posting sameKey = keys.get(tag.key());
    return sameKey == null ? tag : new Tag((String) sameKey.key(), tag.value());
  }

  private int takeOrdinal() {
    if (free == null) {
      return end++;
    }
    int ordinal = free.ordinal();
    free = free.rest();
    return ordinal;
  }
}
