package io.tagginggateway.clients;

import java.util.Map;
import java.util.stream.Stream;

/** One official client, behind the only calls the scenarios need. */
interface Official {
  /** The artifact id; the group of all is {@code com.aliyun}. */
  String artifact();

  /** A mode of the client that changes what it sends; empty for its default. */
  String mode();

  /**
   * Sends one request.
   *
   * @return the JSON body, decoded as the client itself decodes it
   */
  Map<String, ?> send(Call call) throws Exception;

  /** What the client made of an error answer. */
  Failure describe(Exception error);

  default String version() {
    return System.getProperty("version." + artifact());
  }

  default String label(Target.Route route) {
    return String.join(
        "-", Stream.of(artifact(), mode(), route.id()).filter(part -> !part.isEmpty()).toList());
  }
}
