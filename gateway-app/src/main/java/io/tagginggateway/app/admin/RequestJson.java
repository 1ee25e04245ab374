package io.tagginggateway.app.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tagginggateway.app.journal.Difference;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries of the journal as JSON. */
final class RequestJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RequestJson() {}

  /** A list of entries. */
  static void list(List<JournalEntry> entries, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("requests");
      for (JournalEntry entry : entries) {
        write(entry, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** One entry. */
  static void one(JournalEntry entry, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      write(entry, json);
    }
  }

  /** Whether there were as many as expected, and what comes closest. */
  static void verification(Verification verification, OutputStream out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeBooleanField("verified", verification.verified());
      json.writeNumberField("matched", verification.matched());
      json.writeArrayFieldStart("closest");
      for (Verification.NearMiss miss : verification.closest()) {
        json.writeStartObject();
        json.writeFieldName("request");
        write(miss.request(), json);
        json.writeArrayFieldStart("differs");
        for (Difference difference : miss.differs()) {
          json.writeStartObject();
          json.writeStringField("field", difference.field());
          json.writeStringField("expected", difference.expected());
          json.writeStringField("got", difference.got());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static void write(JournalEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("time", Instant.ofEpochMilli(entry.time()).toString());
    json.writeStringField("requestId", entry.requestId());
    json.writeStringField("host", entry.host());
    json.writeStringField("method", entry.method());
    json.writeStringField("path", entry.path());
    json.writeStringField("client", entry.client());
    json.writeStringField("userAgent", entry.userAgent());
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
    json.writeStringField("fault", entry.fault());
    json.writeStringField("hint", entry.hint());
    json.writeStringField("answer", entry.answer().text());
    json.writeEndObject();
  }
}
