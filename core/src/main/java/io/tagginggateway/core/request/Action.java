package io.tagginggateway.core.request;

import org.jspecify.annotations.Nullable;

/** The three actions that every product has. */
public enum Action {
  /** Reads tags. */
  LIST_TAG_RESOURCES("ListTagResources"),
  /** Adds or overwrites tags. */
  TAG_RESOURCES("TagResources"),
  /** Removes tags. */
  UNTAG_RESOURCES("UntagResources");

  private final String wireName;

  Action(String wireName) {
    this.wireName = wireName;
  }

  /** The name as requests carry it; names are exact. */
  public String wireName() {
    return wireName;
  }

  /** The root element of its XML answers. */
  public String responseName() {
    return wireName + "Response";
  }

  /** Whether it only reads. */
  public boolean isList() {
    return this == LIST_TAG_RESOURCES;
  }

  /** The action of this name, or null. */
  public static @Nullable Action of(@Nullable String name) {
    for (Action action : values()) {
      if (action.wireName.equals(name)) {
        return action;
      }
    }
    return null;
  }
}
