package io.tagginggateway.contract.verify;

/** Where a request carries its parameters. */
enum Placement {
  /** GET, all in the query. */
  GET("GET"),
  /** GET with a form Content-Type, as some clients send it. */
  GET_WITH_FORM_TYPE("GET"),
  /** POST, all in the query and no body. */
  POST_QUERY("POST"),
  /** POST, all in a form body. */
  POST_FORM("POST"),
  /** POST, what names and signs the call in the query, the rest in a form body. */
  POST_SPLIT("POST"),
  /** A method that no product has. */
  PUT("PUT");

  private final String method;

  Placement(String method) {
    this.method = method;
  }

  String method() {
    return method;
  }

  /** Whether a parameter goes into the query. */
  boolean inQuery(String name) {
    return switch (this) {
      case GET, GET_WITH_FORM_TYPE, POST_QUERY, PUT -> true;
      case POST_FORM -> false;
      case POST_SPLIT ->
          name.startsWith("Signature")
              || name.equals("Action")
              || name.equals("Version")
              || name.equals("AccessKeyId")
              || name.equals("Timestamp");
    };
  }

  boolean hasFormType() {
    return this == GET_WITH_FORM_TYPE || this == POST_FORM || this == POST_SPLIT;
  }
}
