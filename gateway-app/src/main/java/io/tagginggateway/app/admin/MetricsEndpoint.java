package io.tagginggateway.app.admin;

import io.tagginggateway.app.metrics.MetricsText;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/** {@code metrics}: the text that Prometheus reads. */
public final class MetricsEndpoint implements AdminEndpoint {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final MetricsText metrics;

  /** An endpoint that tells {@code metrics}. */
  public MetricsEndpoint(MetricsText metrics) {
    this.metrics = metrics;
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    AllowedMethods.at(router, "/metrics")
        .on(
            HttpMethod.GET,
            context ->
                vertx
                    .executeBlocking(metrics::scrape, false)
                    .onSuccess(
                        text ->
                            context.response().putHeader(HttpHeaders.CONTENT_TYPE, TEXT).end(text))
                    .onFailure(context::fail))
        .andNoOther();
  }
}
