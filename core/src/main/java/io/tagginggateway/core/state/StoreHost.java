package io.tagginggateway.core.state;

import java.util.Optional;

/** What a process lends a store that lives in it. */
public interface StoreHost {

  /** Something of this kind that the process has, such as its event loops; empty if it has none. */
  <T> Optional<T> find(Class<T> kind);
}
