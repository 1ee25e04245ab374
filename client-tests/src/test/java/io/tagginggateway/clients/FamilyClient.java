package io.tagginggateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that plays the steps of one product. */
interface FamilyClient {
  /** The Maven coordinates. */
  String artifact();

  /** The version that is on the class path. */
  String version();

  /**
   * Makes one call.
   *
   * @param step which, from the plan
   * @param parameters nested, by their names on the wire
   * @return the answer as the client read it
   */
  @Nullable Object send(JsonNode step, Map<String, Object> parameters) throws Exception;

  /** What the client made of an error. */
  default Failure describe(Exception error) {
    return new TeaOpenApi("").describe(error);
  }
}
