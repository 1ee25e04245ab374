package io.tagginggateway.app.config;

import java.time.Duration;

/**
 * What clients may take of the server.
 *
 * @param connections open at a time; one more is answered if it is a health probe, and refused if
 *     not
 * @param line the longest request line in bytes
 * @param header the largest header in bytes
 * @param idle how long a connection may be silent
 * @param read how long a request may take to arrive, from its first byte to its last
 * @param queue how many requests may wait at a time: for their body, or for the end of a delay
 * @param memory bytes that clients may hold together; 0 to derive it from the memory there is
 * @param stored bytes that the tags of clients may take; 0 to derive it
 */
public record Limits(
    int connections,
    int line,
    int header,
    Duration idle,
    Duration read,
    int queue,
    long memory,
    long stored) {

  static Limits read(ConfigReader reader) {
    return new Limits(
        reader.number("limits.connections", 4096, 1, 1_000_000),
        reader.size("limits.line", "128KiB"), // 50 ids and 20 tags of Chinese values need 60
        reader.size("limits.header", "64KiB"),
        reader.duration("limits.idle", "75s"),
        reader.duration("limits.read", "30s"),
        reader.number("limits.queue", 1000, 1, 1_000_000),
        reader.capacity("limits.memory"),
        reader.capacity("limits.stored"));
  }
}
