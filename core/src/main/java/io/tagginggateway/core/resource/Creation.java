package io.tagginggateway.core.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resources that come to be together, or not at all.
 *
 * @param first the one that was asked for
 * @param record what it is
 * @param along what comes with it
 * @param needs what must be there
 * @param token makes a repetition harmless, or null if the caller sent none
 */
public record Creation(
    Place first,
    ResourceRecord record,
    Map<Place, ResourceRecord> along,
    List<Place> needs,
    @Nullable Token token) {

  /**
   * What a caller sends with a creation that it may repeat.
   *
   * @param text its own text
   * @param asked stands for all that was asked
   */
  public record Token(String text, String asked) {}

  /** How a creation ended. Anything but {@link Done} left everything as it was. */
  public sealed interface Result permits Done, Repeated, Missing, TokenReused, Full {}

  /** It is there now. */
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

  /** The token came with something else before. */
  public record TokenReused() implements Result {}

  /** The store holds as much as it may. */
  public record Full() implements Result {}
}
