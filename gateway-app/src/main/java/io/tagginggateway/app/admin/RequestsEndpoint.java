package io.tagginggateway.app.admin;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.BadQueryException;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalField;
import io.tagginggateway.app.journal.JournalQueries;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.journal.Verification;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code requests}: the journal, which is long and therefore searched off the event loop. */
public final class RequestsEndpoint implements AdminEndpoint {
  private static final int MAX_BODY = 64 * 1024;
  private static final String LIMIT = "limit";

  private final Journal journal;
  private final JournalQueries queries;
  private final RequestStreams streams;

  /**
   * An endpoint over this journal.
   *
   * @param errors the products, operations and codes that can be asked for
   * @param stopping ends the streams that are open
   */
  public RequestsEndpoint(Journal journal, ErrorTables errors, StopSignal stopping) {
    this.journal = journal;
    this.queries = new JournalQueries(errors, journal);
    this.streams = new RequestStreams(journal, stopping);
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    WorkerExecutor workers = AdminWorkers.of(vertx);
    AllowedMethods.at(router, "/requests")
        .on(HttpMethod.GET, context -> list(workers, context))
        .on(HttpMethod.DELETE, context -> clear(workers, context))
        .andNoOther();
    AllowedMethods.at(router, "/requests/count")
        .on(HttpMethod.GET, context -> count(workers, context))
        .andNoOther();
    AllowedMethods.at(router, "/requests/stream")
        .on(HttpMethod.GET, context -> stream(workers, context))
        .andNoOther();
    router
        .route(HttpMethod.POST, "/requests/verify")
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    AllowedMethods.at(router, "/requests/verify")
        .on(HttpMethod.POST, context -> verify(workers, context))
        .andNoOther();
  }

  private void list(WorkerExecutor workers, RoutingContext context) {
    asked(
        workers,
        context,
        query ->
            StreamedAnswer.json(
                workers, context, out -> RequestJson.list(journal.find(query), out)));
  }

  private void count(WorkerExecutor workers, RoutingContext context) {
    asked(
        workers,
        context,
        query ->
            workers
                .executeBlocking(() -> journal.find(query).size(), false)
                .onSuccess(
                    count ->
                        context
                            .response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .end(new JsonObject().put("count", count).encode()))
                .onFailure(context::fail));
  }

  private void stream(WorkerExecutor workers, RoutingContext context) {
    asked(workers, context, query -> streams.open(context, workers, query));
  }

  private void verify(WorkerExecutor workers, RoutingContext context) {
    if (!BodyTypes.isJson(context)) {
      return;
    }
    Buffer body = context.body().buffer();
    byte[] document = body == null ? new byte[0] : body.getBytes();
    workers
        .executeBlocking(
            () -> {
              VerifyRequest asked = VerifyRequest.read(document, queries);
              return Verification.of(journal, asked.match(), asked.times());
            },
            false)
        .onSuccess(
            verification ->
                StreamedAnswer.json(
                    workers, context, out -> RequestJson.verification(verification, out)))
        .onFailure(
            failure -> {
              if (failure instanceof VerifyRequest.Malformed malformed) {
                malformed.problem().send(context.response());
              } else {
                AdminStages.failed(context, failure);
              }
            });
  }

  private void clear(WorkerExecutor workers, RoutingContext context) {
    workers
        .<Void>executeBlocking(
            () -> {
              journal.clear();
              return null;
            },
            false)
        .onSuccess(cleared -> context.response().setStatusCode(204).end())
        .onFailure(failure -> AdminStages.failed(context, failure));
  }

  /** Goes on with the query that a request asks, or answers that there is none. */
  private void asked(WorkerExecutor workers, RoutingContext context, Consumer<JournalQuery> next) {
    List<String> names = JournalField.names();
    AdminQuery asked =
        AdminQuery.of(
            context, Stream.concat(names.stream(), Stream.of(LIMIT)).toArray(String[]::new));
    int limit = asked == null ? -1 : asked.number(LIMIT, Integer.MAX_VALUE);
    if (asked == null || limit < 0) {
      return;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : names) {
      String value = asked.text(name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    workers
        .executeBlocking(() -> queries.query(fields, Map.of(), limit), false)
        .onSuccess(next::accept)
        .onFailure(
            failure -> {
              if (failure instanceof BadQueryException bad) {
                new Problem(400, bad.field() + ": " + bad.reason()).send(context.response());
              } else {
                AdminStages.failed(context, failure);
              }
            });
  }
}
