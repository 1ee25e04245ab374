package io.tagginggateway.core.state;

import java.util.Optional;

/** What a process offers to a store that runs in it. */
public interface StoreHost {

  /**
   * An object of this class that the process shares, such as its event loops; empty if it has none.
   */
  <T> Optional<T> find(Class<T> kind);
}
