package io.tagginggateway.app.admin;

import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.tag.PageLimit;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code products}: what is played here. */
public final class ProductsEndpoint implements AdminEndpoint {
  private final Products products;
  private final Map<String, List<String>> aliases;
  private final Map<String, Integer> pageSizes;

  /**
   * An endpoint that tells of these products.
   *
   * @param aliases extra host names by product code
   * @param pageSizes the page size that is set, by the code of products that count resources
   */
  public ProductsEndpoint(
      Products products, Map<String, List<String>> aliases, Map<String, Integer> pageSizes) {
    this.products = products;
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
    WorkerExecutor workers = AdminWorkers.of(vertx);
    AllowedMethods.at(router, "/products/:code")
        .on(HttpMethod.GET, context -> one(workers, context))
        .andNoOther();
  }

  /** Off the event loop, since it reads the product's file with the standing of each fact. */
  private void one(WorkerExecutor workers, RoutingContext context) {
    AdminQuery query = AdminQuery.of(context, "version");
    if (query == null) {
      return;
    }
    String code = context.pathParam("code");
    String version = query.text("version");
    ProductEntry entry = version == null ? products.find(code) : products.find(code, version);
    if (entry == null) {
      String known = String.join(", ", products.codes());
      String asked = version == null ? code : code + " " + version;
      new Problem(404, "No product " + asked + "; there are " + known).send(context.response());
      return;
    }
    workers
        .executeBlocking(() -> ProductFileJson.of(entry).encode(), false)
        .onSuccess(
            body ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(body))
        .onFailure(context::fail);
  }

  /** Made when it is asked for: a start reads no product. */
  private String body() {
    JsonArray all = new JsonArray();
    for (ProductEntry entry : products.entries()) {
      String code = entry.head().code();
      all.add(
          json(
              entry.product(),
              aliases.getOrDefault(code, List.of()),
              pageSizes.getOrDefault(code, 0)));
    }
    return new JsonObject().put("products", all).encode();
  }

  private static JsonObject json(Product product, List<String> aliases, int pageSize) {
    JsonArray hosts = new JsonArray(product.head().allHosts());
    aliases.forEach(hosts::add);
    JsonArray actions = new JsonArray();
    product.operations().forEach(operation -> actions.add(operation.name()));
    JsonObject json =
        new JsonObject()
            .put("code", product.code())
            .put("version", product.version())
            .put("name", product.head().name())
            .put("hosts", hosts)
            .put("actions", actions)
            .put("resourceTypes", new JsonArray(product.resourceTypes()))
            .put("defaultFormat", product.defaultFormat().name())
            .put("regionRequired", product.region().missing() != null);
    return product.tagFamilies().isEmpty()
        ? json
        : json.put("limits", limits(product.tagFamilies().get(0), pageSize));
  }

  private static JsonObject limits(TagFamily family, int pageSize) {
    Paging paging = family.paging();
    boolean set = pageSize > 0 && paging.unit() == PageLimit.Unit.RESOURCES;
    return new JsonObject()
        .put("resourceIds", family.limits().ids().list())
        .put("tags", family.limits().tags().list())
        .put("tagsPerResource", family.limits().tagsPerResource())
        .put("pageCounts", paging.unit().name().toLowerCase(Locale.ROOT))
        .put("pageSize", set ? pageSize : paging.defaultSize())
        .put("maxPageSize", paging.maxSize());
  }
}
