package io.tagginggateway.app.admin;

import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.TagRules;
import io.tagginggateway.core.request.Action;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code products}: what is played here. */
public final class ProductsEndpoint implements AdminEndpoint {
  private final List<ProductModule> modules;
  private final Map<String, List<String>> aliases;
  private final Map<String, Integer> pageSizes;

  /**
   * An endpoint that tells of these products.
   *
   * @param aliases extra host names by product code
   * @param pageSizes the page size that is set, by the code of products that count resources
   */
  public ProductsEndpoint(
      List<ProductModule> modules,
      Map<String, List<String>> aliases,
      Map<String, Integer> pageSizes) {
    this.modules = modules;
    this.aliases = aliases;
    this.pageSizes = pageSizes;
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    AllowedMethods.at(router, "/products")
        .on(
            HttpMethod.GET,
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(body()))
        .andNoOther();
  }

  /** Made when it is asked for: a start needs no JSON. */
  private String body() {
    JsonArray products = new JsonArray();
    for (ProductModule module : modules) {
      String code = module.product().code();
      products.add(
          json(module, aliases.getOrDefault(code, List.of()), pageSizes.getOrDefault(code, 0)));
    }
    return new JsonObject().put("products", products).encode();
  }

  private static JsonObject json(ProductModule module, List<String> aliases, int pageSize) {
    Product product = module.product();
    TagRules rules = module.rules();
    JsonArray hosts = new JsonArray();
    product.hosts().forEach(hosts::add);
    hosts.add(product.hostLabel() + ".localhost");
    hosts.add(product.hostLabel() + ".<region>.localhost");
    aliases.forEach(hosts::add);
    JsonArray actions = new JsonArray();
    Arrays.stream(Action.values()).map(Action::wireName).forEach(actions::add);
    return new JsonObject()
        .put("code", product.code())
        .put("version", product.version())
        .put("hosts", hosts)
        .put("actions", actions)
        .put("resourceTypes", new JsonArray(rules.resourceTypes()))
        .put("defaultFormat", product.defaultFormat().name())
        .put("regionRequired", product.regionRequired())
        .put("limits", limits(rules, pageSize));
  }

  private static JsonObject limits(TagRules rules, int pageSize) {
    return new JsonObject()
        .put("resourceIds", rules.maxResourceIds())
        .put("tags", rules.maxTags())
        .put("tagsPerResource", rules.maxTagsPerResource())
        .put("pageCounts", rules.paging().unit().name().toLowerCase(Locale.ROOT))
        .put("pageSize", pageSize > 0 ? pageSize : rules.paging().defaultSize())
        .put("maxPageSize", rules.paging().maxSize());
  }
}
