package io.tagginggateway.core.request;

/** A parameter, decoded. */
record Parameter(String name, String value) {
  /** The name alone: the value may be a secret. */
  @Override
  public String toString() {
    return "Parameter[" + name + ']';
  }
}
