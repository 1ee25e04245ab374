package io.tagginggateway.core.testing.store;

import io.tagginggateway.core.tag.TagStore;
import java.time.Duration;

/** Makes the stores that are put to the test. */
public interface TagStoreFactory {

  /**
   * A store that is new as an object. It may hold what others left, such as a database does: every
   * test uses accounts of its own.
   */
  TagStore newStore();

  /**
   * When a store counts as stuck: nothing is measured by it. One that is far away does the same
   * work, and takes its time for it.
   */
  default Duration patience() {
    return Duration.ofSeconds(90);
  }

  /**
   * How many versions each writer of the history writes. A store that is far away takes its time
   * for each, and has as many chances to go wrong within one.
   */
  default int versions() {
    return 1500;
  }
}
