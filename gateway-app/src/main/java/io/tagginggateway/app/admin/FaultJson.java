package io.tagginggateway.app.admin;

import io.tagginggateway.app.fault.ActiveRule;
import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.FaultMatch;
import io.tagginggateway.app.fault.FaultRule;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A rule as it is shown: as it was written, with its defaults, its id and its counts. */
public final class FaultJson {
  private FaultJson() {}

  /** A rule with its id and its counts. */
  public static JsonObject of(ActiveRule active) {
    JsonObject json = new JsonObject().put("id", active.id());
    write(active.rule(), json);
    return json.put("matched", active.matched()).put("spoiled", active.spoiled());
  }

  /** A rule as {@link io.tagginggateway.app.fault.FaultReader} reads it again. */
  public static String document(FaultRule rule) {
    JsonObject json = new JsonObject();
    write(rule, json);
    return json.encode();
  }

  private static void write(FaultRule rule, JsonObject json) {
    json.put("match", match(rule.match()))
        .put("fault", fault(rule.fault()))
        .put("phase", rule.phase().wireName())
        .put("skip", rule.skip())
        .put("times", rule.times())
        .put("probability", rule.probability())
        .put("seed", rule.seed());
  }

  private static JsonObject match(FaultMatch match) {
    JsonObject json = new JsonObject();
    put(json, "product", match.product());
    put(json, "action", match.action());
    put(json, "accessKeyId", match.accessKeyId());
    put(json, "account", match.account());
    if (!match.parameters().isEmpty()) {
      JsonObject parameters = new JsonObject();
      match.parameters().forEach(parameters::put);
      json.put("parameters", parameters);
    }
    return json;
  }

  private static JsonObject fault(Fault fault) {
    JsonObject json = new JsonObject().put("type", fault.type().wireName());
    return fault.as(new Fields(json));
  }

  /** Adds what a fault says besides its kind. */
  private record Fields(JsonObject json) implements Fault.Cases<JsonObject> {
    @Override
    public JsonObject failure(Fault.Failure failure) {
      FaultJson.put(json, "code", failure.code());
      FaultJson.put(json, "status", failure.status());
      FaultJson.put(json, "message", failure.message());
      FaultJson.put(json, "retryAfterMillis", failure.retryAfterMillis());
      return json;
    }

    @Override
    public JsonObject delay(Fault.Delay delay) {
      json.put("millis", delay.millis());
      return delay.maxMillis() == delay.millis() ? json : json.put("maxMillis", delay.maxMillis());
    }

    @Override
    public JsonObject reset(Fault.Reset reset) {
      return json;
    }

    @Override
    public JsonObject truncate(Fault.Truncate truncate) {
      return json.put("bytes", truncate.bytes());
    }

    @Override
    public JsonObject html(Fault.Html html) {
      return json.put("status", html.status());
    }

    @Override
    public JsonObject expireToken(Fault.ExpireToken expireToken) {
      return json;
    }

    @Override
    public JsonObject pageSize(Fault.PageSize pages) {
      return json.put("size", pages.size());
    }

    @Override
    public JsonObject envelope(Fault.Envelope envelope) {
      return json;
    }

    @Override
    public JsonObject body(Fault.Body body) {
      json.put("content", body.content());
      FaultJson.put(json, "contentType", body.contentType());
      return json.put("status", body.status());
    }

    @Override
    public JsonObject garbage(Fault.Garbage garbage) {
      return json;
    }

    @Override
    public JsonObject dribble(Fault.Dribble dribble) {
      return json.put("millis", dribble.millis());
    }

    @Override
    public JsonObject empty(Fault.Empty empty) {
      return json;
    }
  }

  private static void put(JsonObject json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
