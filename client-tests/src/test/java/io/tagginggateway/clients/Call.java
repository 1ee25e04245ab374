package io.tagginggateway.clients;

import java.util.Map;

/**
 * One request, whichever client sends it.
 *
 * @param query the parameters as the wire names them
 */
record Call(
    Product product, String action, Map<String, String> query, Credentials who, Target target) {

  /** A product as the scenarios describe it; {@code end} is the token that ends a list. */
  record Product(
      String code, String version, String region, String host, String type, String end) {}

  /** A key; the token is empty for one that is not of STS. */
  record Credentials(String id, String secret, String token) {}

  String endpoint() {
    return target.endpoint(product.host());
  }
}
