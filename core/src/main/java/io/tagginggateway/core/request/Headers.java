package io.tagginggateway.core.request;

import org.jspecify.annotations.Nullable;

/** The headers of a request. */
@FunctionalInterface
public interface Headers {
  /** No headers. */
  Headers NONE = name -> null;

  /** The first value of the header, its name in lower case, or null if it was not sent. */
  @Nullable String get(String name);
}
