package io.tagginggateway.app.json;

import io.vertx.core.json.jackson.JacksonCodec;
import io.vertx.core.spi.JsonFactory;
import io.vertx.core.spi.json.JsonCodec;

/**
 * Gives Vert.x the codec that streams. It would else take the one of jackson-databind, since that
 * is in the jar, and setting that one up was a fifth of the start. Found by {@code ServiceLoader}.
 */
public final class StreamingJson implements JsonFactory {
  /** Before the factory of Vert.x itself, which stands at the end. */
  @Override
  public int order() {
    return 0;
  }

  @Override
  public JsonCodec codec() {
    return new JacksonCodec();
  }
}
