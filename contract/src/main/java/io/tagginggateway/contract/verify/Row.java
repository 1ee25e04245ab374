package io.tagginggateway.contract.verify;

import org.jspecify.annotations.Nullable;

/** A row as it was answered; what it lacks is null. */
record Row(
    @Nullable String type, @Nullable String id, @Nullable String key, @Nullable String value) {

  /** All but the type, which has a check of its own. */
  @Override
  public String toString() {
    return id + " " + key + "=" + value;
  }
}
