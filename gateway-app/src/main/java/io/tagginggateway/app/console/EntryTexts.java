package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.Pair;
import io.tagginggateway.app.console.view.RequestDetail;
import io.tagginggateway.app.console.view.RequestRow;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An entry of the journal as the console shows it. */
final class EntryTexts {
  private EntryTexts() {}

  static RequestRow row(JournalEntry entry) {
    return new RequestRow(
        entry.requestId(),
        "/_gateway/console/request" + Texts.query("id", entry.requestId()),
        Texts.time(entry.time()),
        Texts.orEmpty(entry.product()),
        Texts.orEmpty(entry.action()),
        Texts.orEmpty(entry.region()),
        entry.host(),
        Texts.orEmpty(entry.accessKeyId()),
        entry.status(),
        Texts.orEmpty(entry.code()),
        Texts.number(entry.rows()),
        Texts.number(entry.micros()),
        Texts.orEmpty(entry.fault()),
        Texts.orEmpty(entry.hint()),
        entry.status() == 200 && entry.code() == null);
  }

  static RequestDetail detail(JournalEntry entry, String base) {
    List<Pair> facts = new ArrayList<>();
    facts.add(new Pair("Time", Instant.ofEpochMilli(entry.time()).toString()));
    facts.add(new Pair("Request", entry.method() + " " + entry.path()));
    facts.add(new Pair("Host", entry.host()));
    facts.add(new Pair("From", Texts.orEmpty(entry.client())));
    facts.add(new Pair("Client", Texts.orEmpty(entry.userAgent())));
    facts.add(new Pair("Product", Texts.orEmpty(entry.product())));
    facts.add(new Pair("Operation", Texts.orEmpty(entry.action())));
    facts.add(new Pair("Region", Texts.orEmpty(entry.region())));
    facts.add(new Pair("Account", Texts.orEmpty(entry.account())));
    facts.add(new Pair("Access key", Texts.orEmpty(entry.accessKeyId())));
    facts.add(new Pair("Format", entry.format().name()));
    facts.add(
        new Pair("Status", entry.status() == 0 ? "none: reset" : Integer.toString(entry.status())));
    facts.add(new Pair("Code", Texts.orEmpty(entry.code())));
    facts.add(new Pair("Fault", Texts.orEmpty(entry.fault())));
    facts.add(new Pair("Rows", Texts.number(entry.rows())));
    facts.add(new Pair("Took", Texts.micros(entry.micros())));
    facts.removeIf(fact -> fact.value().isEmpty());
    List<Pair> parameters = new ArrayList<>();
    entry.parameters().forEach((name, value) -> parameters.add(new Pair(name, value)));
    return new RequestDetail(
        entry.requestId(),
        facts,
        parameters,
        Texts.orEmpty(entry.hint()),
        entry.answer().text(),
        RequestCode.curl(entry, base),
        RequestCode.junit(entry),
        entry.product() != null && entry.operation() != null);
  }

  /** The rule that refuses the next request like this one. */
  static JsonObject throttle(JournalEntry entry) {
    JsonObject match =
        new JsonObject().put("product", entry.product()).put("action", entry.action());
    if (entry.accessKeyId() != null) {
      match.put("accessKeyId", entry.accessKeyId());
    }
    JsonObject fault =
        new JsonObject().put("type", "error").put("code", GatewayErrors.THROTTLING_USER.code());
    return new JsonObject().put("match", match).put("fault", fault).put("times", 1);
  }
}
