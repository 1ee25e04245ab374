package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.ProductEntry;
import java.net.URI;
import java.util.Set;

/**
 * What is to be checked.
 *
 * @param endpoint http or https, a host, perhaps a port
 * @param product the product that should answer there
 * @param credentials who asks
 * @param region the RegionId to send
 * @param readOnly whether nothing but lists may be sent
 * @param rules the ids of the only rules to check; empty for all
 */
public record Target(
    URI endpoint,
    ProductEntry product,
    Credentials credentials,
    String region,
    boolean readOnly,
    Set<String> rules) {

  /** All rules of a product. */
  public Target(
      URI endpoint,
      ProductEntry product,
      Credentials credentials,
      String region,
      boolean readOnly) {
    this(endpoint, product, credentials, region, readOnly, Set.of());
  }

  /**
   * Reads an endpoint.
   *
   * @throws CannotRun if it is none
   */
  public static URI endpoint(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      boolean http =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean root = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
      if (http
          && root
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException notAUri) {
      // the same as below
    }
    throw new CannotRun("--endpoint: not a URL like http://127.0.0.1:8080: " + text);
  }
}
