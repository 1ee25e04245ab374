package io.tagginggateway.app.admin;

import io.tagginggateway.app.fault.ActiveRule;
import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.FaultMatch;
import io.tagginggateway.app.fault.FaultRule;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A rule as it is shown: as it was written, with its defaults, its id and its counts. */
final class FaultJson {
  private FaultJson() {}

  static JsonObject of(ActiveRule active) {
    FaultRule rule = active.rule();
    return new JsonObject()
        .put("id", active.id())
        .put("match", match(rule.match()))
        .put("fault", fault(rule.fault()))
        .put("phase", rule.phase().wireName())
        .put("skip", rule.skip())
        .put("times", rule.times())
        .put("probability", rule.probability())
        .put("seed", rule.seed())
        .put("matched", active.matched())
        .put("spoiled", active.spoiled());
  }

  private static JsonObject match(FaultMatch match) {
    JsonObject json = new JsonObject();
    put(json, "product", match.product());
    put(json, "action", match.action());
    put(json, "accessKeyId", match.accessKeyId());
    put(json, "account", match.account());
    return json;
  }

  private static JsonObject fault(Fault fault) {
    JsonObject json = new JsonObject().put("type", fault.type());
    if (fault instanceof Fault.Failure failure) {
      put(json, "code", failure.code());
      put(json, "status", failure.status());
      put(json, "message", failure.message());
    } else if (fault instanceof Fault.Delay delay) {
      json.put("millis", delay.millis());
    } else if (fault instanceof Fault.Truncate truncate) {
      json.put("bytes", truncate.bytes());
    } else if (fault instanceof Fault.Html html) {
      json.put("status", html.status());
    } else if (fault instanceof Fault.PageSize pages) {
      json.put("size", pages.size());
    }
    return json;
  }

  private static void put(JsonObject json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
