package io.tagginggateway.core.document;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.io.OutputStream;

final class JsonDocument implements Document {
  private final JsonWriter writer;
  private final JsonGenerator json;

  JsonDocument(JsonWriter writer, OutputStream out) throws IOException {
    this.writer = writer;
    json = writer.start(out);
    json.writeStartObject();
  }

  @Override
  public Format format() {
    return Format.JSON;
  }

  @Override
  public void field(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  @Override
  public void field(FieldName name, String value) throws IOException {
    json.writeFieldName(name.json());
    json.writeString(value);
  }

  @Override
  public void field(FieldName name, long value) throws IOException {
    json.writeFieldName(name.json());
    json.writeNumber(value);
  }

  @Override
  public void field(FieldName name, boolean value) throws IOException {
    json.writeFieldName(name.json());
    json.writeBoolean(value);
  }

  @Override
  public void field(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  @Override
  public void field(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  @Override
  public void cdataField(String name, String value) throws IOException {
    field(name, value);
  }

  @Override
  public void startObject(String name) throws IOException {
    json.writeObjectFieldStart(name);
  }

  @Override
  public void endObject() throws IOException {
    json.writeEndObject();
  }

  @Override
  public void startList(String name) throws IOException {
    json.writeArrayFieldStart(name);
  }

  @Override
  public void startItem() throws IOException {
    json.writeStartObject();
  }

  @Override
  public void item(String value) throws IOException {
    json.writeString(value);
  }

  @Override
  public void endList() throws IOException {
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    try {
      json.writeEndObject();
    } finally {
      writer.end();
    }
  }
}
