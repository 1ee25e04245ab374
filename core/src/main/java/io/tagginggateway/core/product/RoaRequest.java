package io.tagginggateway.core.product;

/**
 * How a request of the ROA style asks for an operation.
 *
 * @param method the HTTP method
 * @param path the whole path
 * @param in where its parameters stand, beside the query
 */
public record RoaRequest(String method, String path, In in) {

  /** Where parameters stand. */
  public enum In {
    /** In the query alone. */
    QUERY,
    /** In a JSON object, the body. */
    BODY,
    /** In a form, the body. */
    FORM
  }

  boolean isAskedBy(String sentMethod, String sentPath) {
    return method.equals(sentMethod) && path.equals(sentPath);
  }
}
