package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a product: a name on the wire, and the behaviour of a family. Immutable.
 *
 * <p>Source of the names: the product's file.
 */
public sealed interface Operation permits TagOperation {

  /** The name as the product spells it; requests may spell it in any case. */
  String name();

  /** Whether it only reads. */
  boolean reads();

  /** Every error that it can answer. */
  Set<ApiError> errors();

  /** The error for a page token that is not valid, or null if it knows no tokens. */
  @Nullable ApiError badToken();

  /** The answer to a call of a change, without the change. */
  Answer withoutEffect(Call call);

  /** The root element of its XML answers. */
  default String responseName() {
    return name() + "Response";
  }
}
