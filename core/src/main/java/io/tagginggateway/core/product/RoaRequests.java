package io.tagginggateway.core.product;

import org.jspecify.annotations.Nullable;

/**
 * How requests of the ROA style ask for the operations of one trio. Null where there is no such
 * operation, and everywhere in a product of the RPC style.
 *
 * @param list lists tags
 * @param tag adds tags
 * @param untag removes tags
 */
public record RoaRequests(
    @Nullable RoaRequest list, @Nullable RoaRequest tag, @Nullable RoaRequest untag) {

  /** Those of a product of the RPC style. */
  public static final RoaRequests NONE = new RoaRequests(null, null, null);

  /** That of one kind, or null. */
  public @Nullable RoaRequest get(TagOperation.Kind kind) {
    return switch (kind) {
      case LIST -> list;
      case TAG -> tag;
      case UNTAG -> untag;
    };
  }
}
