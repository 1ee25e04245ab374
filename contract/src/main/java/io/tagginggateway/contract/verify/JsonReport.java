package io.tagginggateway.contract.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** The outcome for a program: one JSON object. */
final class JsonReport {
  private JsonReport() {}

  static void print(Outcome outcome, Target target, PrintWriter out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("product", target.product().head().code());
    json.writeStringField("version", target.product().head().version());
    json.writeStringField("endpoint", target.endpoint().toString());
    json.writeBooleanField("checksSignatures", outcome.strict());
    json.writeNumberField("passed", outcome.count(Verdict.PASSED));
    json.writeNumberField("failed", outcome.count(Verdict.FAILED));
    json.writeNumberField("notRun", outcome.count(Verdict.NOT_RUN));
    json.writeNumberField("notApplicable", outcome.count(Verdict.NOT_APPLICABLE));
    json.writeNumberField("failedRemovals", outcome.leftBehind());
    json.writeArrayFieldStart("checks");
    for (Result result : outcome.results()) {
      write(result, target.credentials(), json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.println();
  }

  private static void write(Result result, Credentials credentials, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", result.rule().id());
    if (!result.rule().operation().isEmpty()) {
      json.writeStringField("operation", result.rule().operation());
    }
    json.writeStringField("standing", result.rule().standingWord());
    json.writeStringField("text", result.rule().text());
    json.writeStringField("name", result.name());
    json.writeStringField("format", result.format().name());
    json.writeStringField(
        "verdict", result.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (!result.reason().isEmpty()) {
      json.writeStringField("reason", result.reason());
    }
    json.writeNumberField("millis", result.millis());
    json.writeArrayFieldStart("observations");
    for (Observation observation : result.observations()) {
      json.writeStartObject();
      json.writeStringField("expected", credentials.mask(observation.expected()));
      json.writeStringField("got", credentials.mask(observation.got()));
      json.writeEndObject();
    }
    json.writeEndArray();
    Exchange exchange = result.exchange();
    if (exchange != null) {
      json.writeStringField("request", credentials.mask(exchange.curl()));
      json.writeStringField("answer", credentials.mask(exchange.answer()));
    }
    json.writeEndObject();
  }
}
