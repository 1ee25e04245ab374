package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureSchema;
import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.contract.ContractDocuments;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductFileSchema;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code contracts}: the documents that are derived from the products, the schemas of product files
 * and of fixtures, and a list.
 */
public final class ContractsEndpoint implements AdminEndpoint {
  private static final String PATH = "/contracts";

  private final ContractDocuments documents;
  private final Products products;

  /** An endpoint with the documents of these products. */
  public ContractsEndpoint(Products products) {
    this.products = products;
    documents = new ContractDocuments(products);
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    WorkerExecutor workers = AdminWorkers.of(vertx);
    router
        .get(PATH)
        .handler(
            context ->
                workers
                    .executeBlocking(this::list, false)
                    .onSuccess(index -> answer(context, "application/json;charset=utf-8", index))
                    .onFailure(context::fail));
    router
        .get(PATH + "/" + ProductFileSchema.NAME)
        .handler(
            context ->
                workers
                    .executeBlocking(ProductFileSchema::read, false)
                    .onSuccess(content -> answer(context, "application/schema+json", content))
                    .onFailure(context::fail));
    router
        .get(PATH + "/" + FixtureSchema.NAME)
        .handler(
            context ->
                workers
                    .executeBlocking(() -> FixtureSchema.of(products).toBuffer().getBytes(), false)
                    .onSuccess(content -> answer(context, "application/schema+json", content))
                    .onFailure(context::fail));
    router
        .get(PATH + "/:document")
        .handler(
            context ->
                workers
                    .<@Nullable ContractDocument>executeBlocking(
                        () -> documents.find(context.pathParam("document")), false)
                    .onSuccess(found -> answer(context, found))
                    .onFailure(context::fail));
  }

  /** Reads every product: not for event loops. */
  private byte[] list() {
    JsonArray names = new JsonArray();
    documents.names().forEach(name -> names.add("/_gateway" + PATH + "/" + name));
    names.add("/_gateway" + PATH + "/" + ProductFileSchema.NAME);
    names.add("/_gateway" + PATH + "/" + FixtureSchema.NAME);
    return new JsonObject().put("documents", names).toBuffer().getBytes();
  }

  private static void answer(RoutingContext context, @Nullable ContractDocument document) {
    if (document == null) {
      context.next();
      return;
    }
    answer(context, document.contentType(), document.content());
  }

  private static void answer(RoutingContext context, String contentType, byte[] content) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, contentType).end(Buffer.buffer(content));
  }
}
