package io.tagginggateway.app.admin;

import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductFileSchema;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code contracts}: the documents of the products, the schema of their files, and a list. */
public final class ContractsEndpoint implements AdminEndpoint {
  private static final String PATH = "/contracts";

  private final List<ContractDocument> documents;

  /** An endpoint with the documents of these products. */
  public ContractsEndpoint(Products products) {
    documents = ContractDocument.all(products);
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    JsonArray names = new JsonArray();
    for (ContractDocument document : documents) {
      names.add("/_gateway" + PATH + "/" + document.name());
      serve(router, PATH + "/" + document.name(), document.contentType(), document.content());
    }
    names.add("/_gateway" + PATH + "/" + ProductFileSchema.NAME);
    router.get(PATH + "/" + ProductFileSchema.NAME).handler(context -> schema(vertx, context));
    byte[] index = new JsonObject().put("documents", names).toBuffer().getBytes();
    serve(router, PATH, "application/json;charset=utf-8", index);
  }

  /** The schema of product files; read when it is asked for. */
  private static void schema(Vertx vertx, RoutingContext context) {
    AdminWorkers.of(vertx)
        .executeBlocking(ProductFileSchema::read, false)
        .onSuccess(
            content ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/schema+json")
                    .end(Buffer.buffer(content)))
        .onFailure(context::fail);
  }

  private static void serve(Router router, String path, String contentType, byte[] content) {
    router
        .get(path)
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                    .end(Buffer.buffer(content)));
  }
}
