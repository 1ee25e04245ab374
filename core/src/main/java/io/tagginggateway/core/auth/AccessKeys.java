package io.tagginggateway.core.auth;

import org.jspecify.annotations.Nullable;

/** The declared access keys. */
@FunctionalInterface
public interface AccessKeys {

  /** The key of this id, or null if none is declared. */
  @Nullable AccessKey find(String accessKeyId);
}
