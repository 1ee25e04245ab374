package io.tagginggateway.app.admin;

import io.tagginggateway.core.state.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** {@code health/live}: the process answers. {@code health/ready}: so do the products. */
public final class HealthEndpoint implements AdminEndpoint {
  /** Written out, because the first use of a JSON codec takes longer than all of a probe. */
  private static final String ALIVE = "{\"status\":\"UP\"}";

  private static final String STATUS = "status";

  /** Orchestrators wait a second for a probe, unless they are told otherwise. */
  private static final long PATIENCE_MILLIS = 900;

  private static final Stores.Health LATE =
      new Stores.Health(false, "the store does not answer within " + PATIENCE_MILLIS + " ms");

  private final Readiness readiness;

  /** An endpoint that tells what {@code readiness} finds. */
  public HealthEndpoint(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    probe(router, "/health/live").handler(context -> answer(context.response(), ALIVE));
    probe(router, "/health/ready")
        .handler(
            context ->
                Future.fromCompletionStage(checks(), vertx.getOrCreateContext())
                    .onSuccess(checks -> answer(context.response(), checks))
                    .onFailure(context::fail));
  }

  /** Load balancers ask by HEAD too. */
  private static Route probe(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private static void answer(HttpServerResponse response, JsonArray checks) {
    boolean up = isUp(checks);
    JsonObject body = new JsonObject().put(STATUS, status(up)).put("checks", checks);
    response.setStatusCode(up ? 200 : 503);
    answer(response, body.put("outcome", status(up)).encode());
  }

  private static void answer(HttpServerResponse response, String body) {
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8").end(body);
  }

  private CompletionStage<JsonArray> checks() {
    return products()
        .thenCombine(
            inTime(readiness.store(), LATE),
            (products, store) ->
                new JsonArray()
                    .add(check("product", isUp(products)).put("checks", products))
                    .add(stored(store))
                    .add(fixtures()));
  }

  private CompletionStage<JsonArray> products() {
    CompletionStage<JsonArray> all = CompletableFuture.completedFuture(new JsonArray());
    for (String product : readiness.products()) {
      all =
          all.thenCombine(
              inTime(readiness.answers(product), false),
              (checks, answers) -> checks.add(check(product, answers)));
    }
    return all;
  }

  private static JsonObject stored(Stores.Health health) {
    JsonObject check = check("stored", health.up());
    return health.note().isEmpty()
        ? check
        : check.put(
            "data", new JsonObject().put(health.up() ? "full" : "unavailable", health.note()));
  }

  private JsonObject fixtures() {
    String problem = readiness.reloadProblem();
    JsonObject check = check("fixtures", true);
    return problem == null ? check : check.put("data", new JsonObject().put("reload", problem));
  }

  /** What the stage ends with, or {@code late} if it fails or takes longer than a probe waits. */
  private static <T> CompletionStage<T> inTime(CompletionStage<T> stage, T late) {
    return stage
        .exceptionally(failure -> late)
        .toCompletableFuture()
        .completeOnTimeout(late, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static JsonObject check(String id, boolean up) {
    return new JsonObject().put("id", id).put(STATUS, status(up));
  }

  private static boolean isUp(JsonArray checks) {
    return checks.stream()
        .allMatch(check -> status(true).equals(((JsonObject) check).getString(STATUS)));
  }

  private static String status(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
