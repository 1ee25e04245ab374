package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Product;
import java.net.URI;

/**
 * What is to be checked.
 *
 * @param endpoint http or https, a host, perhaps a port
 * @param product the product that should answer there
 * @param credentials who asks
 * @param region the RegionId to send
 * @param readOnly whether nothing but ListTagResources may be sent
 */
public record Target(
    URI endpoint, Product product, Credentials credentials, String region, boolean readOnly) {

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
