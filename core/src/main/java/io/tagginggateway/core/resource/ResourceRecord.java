package io.tagginggateway.core.resource;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource that a caller created, without its tags, which are in the {@link
 * io.tagginggateway.core.tag.TagStore}. Immutable.
 *
 * @param id the resource id
 * @param attributes what was sent, by parameter name, such as {@code IpamName} or {@code
 *     OperatingRegionList.1}, and what the product added
 * @param along whether it came with another resource, and goes with it
 * @param created when it was created
 * @param modified when it was changed last
 */
public record ResourceRecord(
    String id, Map<String, String> attributes, boolean along, Instant created, Instant modified) {

  /** Keeps the attributes in the order of their names. */
  public ResourceRecord {
    attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** An attribute; empty if it was not sent. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** The same with other attributes, as of now. */
  public ResourceRecord with(Map<String, String> changes, Instant now) {
    Map<String, String> changed = new TreeMap<>(attributes);
    changed.putAll(changes);
    return new ResourceRecord(id, changed, along, created, now);
  }

  /** About how many bytes it takes, on the safe side. */
  public long bytes() {
    long characters = id.length();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      characters += 64L + attribute.getKey().length() + attribute.getValue().length();
    }
    return 256 + 2 * characters;
  }
}
