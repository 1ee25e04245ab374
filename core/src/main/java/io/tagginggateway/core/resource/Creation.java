package io.tagginggateway.core.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resources that are created together, atomically.
 *
 * @param first where the one that was asked for is kept
 * @param record its id and attributes
 * @param along the resources that are created together with it
 * @param needs where the resources are that must exist
 * @param token makes the creation idempotent; null if the caller sent none
 */
public record Creation(
    Place first,
    ResourceRecord record,
    Map<Place, ResourceRecord> along,
    List<Place> needs,
    @Nullable Token token) {

  /**
   * The client token of a creation that a caller may repeat.
   *
   * @param text the client token
   * @param asked a digest of everything else that was asked
   */
  public record Token(String text, String asked) {}

  /** How a creation ended. Anything but {@link Done} left everything as it was. */
  public sealed interface Result permits Done, Repeated, Missing, TokenReused, Full {}

  /** It was created. */
  public record Done() implements Result {}

  /**
   * The same was created before, under the same token.
   *
   * @param id what it is called
   */
  public record Repeated(String id) implements Result {}

  /**
   * Something that it needs is not there.
   *
   * @param place what
   */
  public record Missing(Place place) implements Result {}

  /** The token was used before with other parameters. */
  public record TokenReused() implements Result {}

  /** The store is full. */
  public record Full() implements Result {}
}
