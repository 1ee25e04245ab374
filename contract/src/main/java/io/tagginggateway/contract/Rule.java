package io.tagginggateway.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A rule of a dialect.
 *
 * @param id names it, such as {@code end-token}; products share the ids of what they have in common
 * @param section where it stands in the dialect reference
 * @param standing how we know it
 * @param text what it says
 */
public record Rule(String id, int section, Standing standing, String text) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** Reads a catalogue. */
  static List<Rule> read(byte[] catalogue) {
    try {
      return List.of(MAPPER.readValue(catalogue, Rule[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
