package io.tagginggateway.core.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** A generator of JSON that writes one document after the other. */
final class JsonWriter extends ReusedOutput {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .rootValueSeparator((String) null)
          .build();

  private final JsonGenerator json;

  JsonWriter() throws IOException {
    json = FACTORY.createGenerator((OutputStream) this);
  }

  /** Whether the last document is over, and all in it was ended. */
  boolean isFree() {
    return json.getOutputContext().inRoot();
  }

  /** Starts a document. */
  JsonGenerator start(OutputStream target) {
    to(target);
    return json;
  }

  /** Hands over what is written, and holds the output no longer. */
  void end() throws IOException {
    json.flush();
    toNowhere();
  }
}
