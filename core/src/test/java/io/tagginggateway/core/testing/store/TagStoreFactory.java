package io.tagginggateway.core.testing.store;

import io.tagginggateway.core.tag.TagStore;

/** Makes the stores that are put to the test. */
public interface TagStoreFactory {

  /**
   * A store that is new as an object. It may hold what others left, such as a database does: every
   * test uses accounts of its own.
   */
  TagStore newStore();
}
