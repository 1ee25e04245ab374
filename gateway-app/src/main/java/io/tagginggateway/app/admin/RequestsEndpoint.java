package io.tagginggateway.app.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code requests}: the journal, which is long and therefore searched off the event loop. */
public final class RequestsEndpoint implements AdminEndpoint {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String[] PARAMETERS = {
    "product", "action", "account", "accessKeyId", "code", "limit"
  };

  private final Journal journal;

  /** An endpoint over this journal. */
  public RequestsEndpoint(Journal journal) {
    this.journal = journal;
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
  }

  private void list(WorkerExecutor workers, RoutingContext context) {
    JournalQuery query = query(context);
    if (query != null) {
      StreamedAnswer.json(workers, context, out -> write(journal.find(query), out));
    }
  }

  private void count(WorkerExecutor workers, RoutingContext context) {
    JournalQuery query = query(context);
    if (query != null) {
      workers
          .executeBlocking(() -> journal.find(query).size(), false)
          .onSuccess(
              count ->
                  context
                      .response()
                      .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                      .end(new JsonObject().put("count", count).encode()))
          .onFailure(context::fail);
    }
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
        .onFailure(context::fail);
  }

  private static @Nullable JournalQuery query(RoutingContext context) {
    AdminQuery queries = AdminQuery.of(context, PARAMETERS);
    int limit = queries == null ? -1 : queries.number("limit", Integer.MAX_VALUE);
    return queries == null || limit < 0
        ? null
        : new JournalQuery(
            queries.text("product"),
            queries.text("action"),
            queries.text("account"),
            queries.text("accessKeyId"),
            queries.text("code"),
            limit);
  }

  private static void write(List<JournalEntry> entries, OutputStream out) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeArrayFieldStart("requests");
      for (JournalEntry entry : entries) {
        write(entry, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JournalEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", Instant.ofEpochMilli(entry.time()).toString());
    json.writeStringField("requestId", entry.requestId());
    json.writeStringField("product", entry.product());
    json.writeStringField("region", entry.region());
    json.writeStringField("account", entry.account());
    json.writeStringField("accessKeyId", entry.accessKeyId());
    json.writeStringField("action", entry.action());
    json.writeObjectFieldStart("parameters");
    Map<String, String> parameters = new LinkedHashMap<>();
    entry.parameters().forEach(parameters::putIfAbsent);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      json.writeStringField(parameter.getKey(), parameter.getValue());
    }
    json.writeEndObject();
    json.writeStringField("format", entry.format().name());
    json.writeNumberField("status", entry.status());
    json.writeStringField("code", entry.code());
    json.writeNumberField("rows", entry.rows());
    json.writeNumberField("micros", entry.micros());
    json.writeBooleanField("forwarded", entry.forwarded());
    json.writeEndObject();
  }
}
