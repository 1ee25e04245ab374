package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Products;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked.
 *
 * @param endpoint http or https, a host, perhaps a port
 * @param product the product that should answer there
 * @param products what is loaded; the checks of a view tag resources of two of them
 * @param credentials who asks
 * @param region the RegionId to send
 * @param readOnly whether nothing but lists may be sent
 * @param rules the ids of the only rules to check; empty for all
 * @param host the host to name in every request, or null for that of the endpoint; the JDK's client
 *     names another only where the property {@code jdk.httpclient.allowRestrictedHeaders} has it
 */
public record Target(
    URI endpoint,
    ProductEntry product,
    Products products,
    Credentials credentials,
    String region,
    boolean readOnly,
    Set<String> rules,
    @Nullable String host) {

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
   * The host that names a product where its version does not, as another has the same.
   *
   * @return null where the version tells it, or the endpoint is no address
   */
  public static @Nullable String host(URI endpoint, ProductHead head, String region) {
    String name = endpoint.getHost();
    boolean address = name.equals("localhost") || name.matches("\\[.*]|[0-9.]+");
    if (!address || head.sharesVersionWith().isEmpty()) {
      return null;
    }
    return head.allHosts().get(0).replace(ProductHead.REGION, region);
  }

  /** Some rules of a product, at the endpoint's own host. */
  public Target(
      URI endpoint,
      ProductEntry product,
      Credentials credentials,
      String region,
      boolean readOnly,
      Set<String> rules) {
    this(
        endpoint,
        product,
        new Products(List.of(product)),
        credentials,
        region,
        readOnly,
        rules,
        null);
  }

  /** The same where these products are loaded. */
  public Target among(Products loaded) {
    return new Target(endpoint, product, loaded, credentials, region, readOnly, rules, host);
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
