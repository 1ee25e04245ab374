package io.tagginggateway.app.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.request.Format;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries as gateways that share a journal write them down for each other. Thread-safe. */
final class JournalDocuments {
  private static final JsonFactory JSON = new JsonFactory();

  private final Products products;

  /** Apart, so that a gateway with a journal of its own does not load what it takes to read. */
  private static final class Reader {
    private static final JsonMapper MAPPER = new JsonMapper();
  }

  /** Of requests to these products. */
  JournalDocuments(Products products) {
    this.products = products;
  }

  String write(JournalEntry entry) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("time", entry.time());
      json.writeStringField("requestId", entry.requestId());
      json.writeStringField("host", entry.host());
      json.writeStringField("method", entry.method());
      json.writeStringField("path", entry.path());
      SocketAddress from = entry.from();
      if (from != null) {
        json.writeStringField("address", from.hostAddress());
        json.writeNumberField("port", from.port());
      }
      write("userAgent", entry.userAgent(), json);
      write("product", entry.product(), json);
      write("region", entry.region(), json);
      write("account", entry.account(), json);
      write("accessKeyId", entry.accessKeyId(), json);
      Operation operation = entry.operation();
      write("operation", operation == null ? null : operation.name(), json);
      write("action", entry.action(), json);
      json.writeArrayFieldStart("parameters");
      for (String text : entry.parameters().texts()) {
        json.writeString(text);
      }
      json.writeEndArray();
      json.writeNumberField("leftOut", entry.parameters().leftOut());
      json.writeStringField("format", entry.format().name());
      json.writeNumberField("status", entry.status());
      write("code", entry.code(), json);
      json.writeNumberField("rows", entry.rows());
      json.writeNumberField("micros", entry.micros());
      json.writeBooleanField("forwarded", entry.forwarded());
      write("fault", entry.fault(), json);
      write("hint", entry.hint(), json);
      json.writeBinaryField("answer", entry.answer().start());
      json.writeBooleanField("cut", entry.answer().isCut());
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void write(String name, @Nullable String text, JsonGenerator json)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }

  JournalEntry read(String document) throws IOException {
    JsonNode json = Reader.MAPPER.readTree(document);
    List<String> texts = new ArrayList<>();
    json.path("parameters").forEach(text -> texts.add(text.textValue()));
    String product = text(json, "product");
    String operation = text(json, "operation");
    return new JournalEntry(
        json.path("time").longValue(),
        json.path("requestId").asText(),
        json.path("host").asText(),
        json.path("method").asText(),
        json.path("path").asText(),
        address(json),
        text(json, "userAgent"),
        product,
        text(json, "region"),
        text(json, "account"),
        text(json, "accessKeyId"),
        product == null || operation == null ? null : operation(product, operation),
        text(json, "action"),
        KeptParameters.of(texts, json.path("leftOut").intValue()),
        Format.valueOf(json.path("format").asText()),
        json.path("status").intValue(),
        text(json, "code"),
        json.path("rows").intValue(),
        json.path("micros").longValue(),
        json.path("forwarded").booleanValue(),
        text(json, "fault"),
        text(json, "hint"),
        KeptAnswer.of(json.path("answer").binaryValue(), json.path("cut").booleanValue()));
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).textValue();
  }

  private static @Nullable SocketAddress address(JsonNode json) {
    String address = text(json, "address");
    return address == null
        ? null
        : SocketAddress.inetSocketAddress(json.path("port").intValue(), address);
  }

  /** Null where this gateway does not play what another one does. */
  private @Nullable Operation operation(String product, String name) {
    for (ProductEntry entry : products.versions(product)) {
      for (Operation operation : entry.product().operations()) {
        if (operation.name().equals(name)) {
          return operation;
        }
      }
    }
    return null;
  }
}
