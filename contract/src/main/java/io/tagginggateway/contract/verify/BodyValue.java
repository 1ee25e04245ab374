package io.tagginggateway.contract.verify;

/**
 * A value in an answer.
 *
 * @param path the names that lead to it, such as {@code TagResources[].TagKey}
 * @param kind string, number or another kind of JSON; text in XML
 * @param text what it says
 */
record BodyValue(String path, String kind, String text) {

  /** The last name of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
