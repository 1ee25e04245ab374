package io.tagginggateway.app.admin;

import io.tagginggateway.app.fault.ActiveRule;
import io.tagginggateway.app.fault.BadRuleException;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRules;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;

/** {@code faults}: the rules that spoil requests. */
public final class FaultsEndpoint implements AdminEndpoint {
  private static final int MAX_BODY = 64 * 1024;

  private final FaultRules rules;
  private final FaultReader reader;

  /** An endpoint over these rules. */
  public FaultsEndpoint(FaultRules rules) {
    this.rules = rules;
    this.reader = new FaultReader(rules.errors());
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    router
        .route(HttpMethod.POST, "/faults")
        .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
    AllowedMethods.at(router, "/faults")
        .on(HttpMethod.GET, this::list)
        .on(HttpMethod.POST, this::add)
        .on(HttpMethod.DELETE, this::clear)
        .andNoOther();
    AllowedMethods.at(router, "/faults/:id")
        .on(HttpMethod.GET, this::one)
        .on(HttpMethod.DELETE, this::remove)
        .andNoOther();
  }

  private void list(RoutingContext context) {
    AdminStages.then(
        context,
        rules.all(),
        rules -> {
          JsonArray all = new JsonArray();
          rules.forEach(rule -> all.add(FaultJson.of(rule)));
          answer(context, 200, new JsonObject().put("faults", all));
        });
  }

  private void add(RoutingContext context) {
    if (!BodyTypes.isJson(context)) {
      return;
    }
    try {
      byte[] body =
          context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
      AdminStages.then(context, rules.add(reader.read(body)), added -> added(context, added));
    } catch (BadRuleException e) {
      new Problem(400, e.reason(), e.pointer()).send(context.response());
    }
  }

  private static void added(RoutingContext context, Optional<ActiveRule> added) {
    if (added.isEmpty()) {
      new Problem(409, "There may be " + FaultRules.MAX_RULES + " rules at once.")
          .send(context.response());
      return;
    }
    context.response().putHeader(HttpHeaders.LOCATION, "/_gateway/faults/" + added.get().id());
    answer(context, 201, FaultJson.of(added.get()));
  }

  private void one(RoutingContext context) {
    AdminStages.then(
        context,
        rules.find(context.pathParam("id")),
        rule -> {
          if (rule.isPresent()) {
            answer(context, 200, FaultJson.of(rule.get()));
          } else {
            unknown(context);
          }
        });
  }

  private void remove(RoutingContext context) {
    AdminStages.then(
        context,
        rules.remove(context.pathParam("id")),
        removed -> {
          if (removed) {
            context.response().setStatusCode(204).end();
          } else {
            unknown(context);
          }
        });
  }

  private void clear(RoutingContext context) {
    AdminStages.then(
        context, rules.clear(), cleared -> context.response().setStatusCode(204).end());
  }

  private static void unknown(RoutingContext context) {
    new Problem(404, "There is no fault of this id.").send(context.response());
  }

  private static void answer(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(body.encode());
  }
}
