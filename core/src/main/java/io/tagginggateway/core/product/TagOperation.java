package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the tag family.
 *
 * @param name the name as the product spells it
 * @param kind what it does
 * @param family the rules it shares with the others of its trio
 */
public record TagOperation(String name, Kind kind, TagFamily family) implements Operation {

  /** What operations of the tag family do. */
  public enum Kind {
    /** Lists tags. */
    LIST,
    /** Adds or overwrites tags. */
    TAG,
    /** Removes tags. */
    UNTAG
  }

  @Override
  public boolean reads() {
    return kind == Kind.LIST;
  }

  @Override
  public Set<ApiError> errors() {
    return family.errors().all();
  }

  @Override
  public @Nullable ApiError badToken() {
    return family.errors().find(Situation.BAD_NEXT_TOKEN, kind);
  }

  @Override
  public Answer withoutEffect(Call call) {
    return new ChangeAnswer(call, family, kind);
  }
}
