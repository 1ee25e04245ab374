package io.tagginggateway.app.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Reads JSON documents that users write: no name twice in an object, and nothing behind the
 * document. Loaded only where it is used, since data binding costs a start much.
 */
public final class StrictJson {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * Reads a document; an empty one is a missing node.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
   */
  public static JsonNode read(byte[] document) throws IOException {
    return STRICT.readTree(document);
  }

  /** The name of a field as a reference token of a JSON pointer (RFC 6901). */
  public static String pointerToken(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
