package io.tagginggateway.core.tag;

/** How a change ended. Anything but {@link #APPLIED} left everything as it was. */
public enum ChangeResult {
  /** Every resource was changed. */
  APPLIED,
  /** A resource would have had more user tags than allowed. */
  TOO_MANY_TAGS,
  /** The store is full. */
  FULL,
  /** A resource that had to be declared was not. */
  RESOURCE_NOT_FOUND
}
