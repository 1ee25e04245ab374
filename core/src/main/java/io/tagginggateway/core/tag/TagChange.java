package io.tagginggateway.core.tag;

import java.util.List;

/** A change of user tags over several resources of one partition. It is atomic. */
public sealed interface TagChange {

  /** The resources to change: distinct ids, at least one. */
  List<String> resourceIds();

  /** Calls the method of {@code cases} for this kind of change, and returns its result. */
  <R> R as(Cases<R> cases);

  /**
   * A visitor with one method for each kind of change: a new kind does not compile until every
   * visitor handles it.
   */
  interface Cases<R> {
    /** Gives tags. */
    R put(Put put);

    /** Takes keys. */
    R remove(Remove remove);

    /** Takes keys, and other tags where the value is equal. */
    R removeTags(RemoveTags removeTags);

    /** Takes every user tag. */
    R removeAll(RemoveAll removeAll);

    /** Changes nothing. */
    R nothing(Nothing nothing);
  }

  /**
   * Gives every resource these tags; a key that is there takes the new value.
   *
   * @param resourceIds distinct ids
   * @param tags tags with distinct keys
   */
  record Put(List<String> resourceIds, List<Tag> tags) implements TagChange {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.put(this);
    }
  }

  /**
   * Takes these keys from every resource; a key that is not there is no error.
   *
   * @param resourceIds distinct ids
   * @param keys the keys to remove
   */
  record Remove(List<String> resourceIds, List<String> keys) implements TagChange {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.remove(this);
    }
  }

  /**
   * Takes these tags from every resource where the key has that value; others are no error.
   *
   * @param resourceIds distinct ids
   * @param keys the keys to remove, whatever their values
   * @param tags the keys and values to remove
   */
  record RemoveTags(List<String> resourceIds, List<String> keys, List<Tag> tags)
      implements TagChange {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.removeTags(this);
    }
  }

  /**
   * Takes every user tag from every resource.
   *
   * @param resourceIds distinct ids
   */
  record RemoveAll(List<String> resourceIds) implements TagChange {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.removeAll(this);
    }
  }

  /**
   * Changes nothing, but still asks for the resources to be there where that is required.
   *
   * @param resourceIds distinct ids
   */
  record Nothing(List<String> resourceIds) implements TagChange {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.nothing(this);
    }
  }
}
