package io.tagginggateway.core.auth;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The declared access keys. Thread-safe; no call blocks. */
@FunctionalInterface
public interface AccessKeys {

  /**
   * The key of this id, or empty if none is declared.
   *
   * @return may complete on any thread, also before the call returns; fails if nobody can tell
   */
  CompletionStage<Optional<AccessKey>> find(String accessKeyId);
}
