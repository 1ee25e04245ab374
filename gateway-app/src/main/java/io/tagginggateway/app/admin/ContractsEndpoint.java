package io.tagginggateway.app.admin;

import io.tagginggateway.contract.ContractDocument;
import io.tagginggateway.core.product.Products;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;

/** {@code contracts}: the documents that the products bring, and a list of them. */
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
    byte[] index = new JsonObject().put("documents", names).toBuffer().getBytes();
    serve(router, PATH, "application/json;charset=utf-8", index);
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
