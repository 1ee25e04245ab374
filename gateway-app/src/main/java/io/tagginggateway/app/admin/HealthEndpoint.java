package io.tagginggateway.app.admin;

import io.tagginggateway.core.state.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.healthchecks.HealthCheckHandler;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** {@code health/live}: the process answers. {@code health/ready}: so do the products. */
public final class HealthEndpoint implements AdminEndpoint {
  /** Written out, because the first use of a JSON codec takes longer than all of a probe. */
  private static final String UP = "{\"status\":\"UP\"}";

  /** Orchestrators wait a second for a probe, unless they are told otherwise. */
  private static final long PATIENCE_MILLIS = 900;

  /**
   * Never reached: Vert.x answers with status 500, and no reason, for a check that takes longer.
   */
  private static final long GIVEN_UP_MILLIS = 10 * PATIENCE_MILLIS;

  private static final Stores.Health LATE =
      new Stores.Health(false, "the store does not answer within " + PATIENCE_MILLIS + " ms");

  private final Readiness readiness;

  /** An endpoint that tells what {@code readiness} finds. */
  public HealthEndpoint(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    probe(router, "/health/live")
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                    .end(UP));
    HealthChecks checks = HealthChecks.create(vertx);
    for (String product : readiness.products()) {
      checks.register(
          "product/" + product,
          GIVEN_UP_MILLIS,
          promise ->
              onEventLoop(
                  vertx,
                  readiness.answers(product),
                  false,
                  answers -> promise.tryComplete(answers ? Status.OK() : Status.KO())));
    }
    checks.register(
        "stored",
        GIVEN_UP_MILLIS,
        promise ->
            onEventLoop(
                vertx, readiness.store(), LATE, health -> promise.tryComplete(status(health))));
    checks.register(
        "fixtures",
        promise -> {
          String problem = readiness.reloadProblem();
          promise.complete(
              problem == null ? Status.OK() : Status.OK(new JsonObject().put("reload", problem)));
        });
    probe(router, "/health/ready").handler(HealthCheckHandler.createWithHealthChecks(checks));
  }

  /**
   * Goes on with what the stage ends with, or with {@code late} if it fails or takes longer than a
   * probe waits. A store completes on a thread of its own, and an answer is written by its event
   * loop alone.
   */
  private static <T> void onEventLoop(
      Vertx vertx, CompletionStage<T> stage, T late, Consumer<T> then) {
    CompletionStage<T> inTime =
        stage
            .exceptionally(failure -> late)
            .toCompletableFuture()
            .completeOnTimeout(late, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    Future.fromCompletionStage(inTime, vertx.getOrCreateContext()).onSuccess(then::accept);
  }

  private static Status status(Stores.Health health) {
    if (!health.up()) {
      return Status.KO(new JsonObject().put("unavailable", health.note()));
    }
    return health.note().isEmpty()
        ? Status.OK()
        : Status.OK(new JsonObject().put("full", health.note()));
  }

  /** Load balancers ask by HEAD too. */
  private static Route probe(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }
}
