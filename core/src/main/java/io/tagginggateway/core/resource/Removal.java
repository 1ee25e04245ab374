package io.tagginggateway.core.resource;

import java.util.List;

/** How a removal ended. Anything but {@link Done} left everything as it was. */
public sealed interface Removal {

  /**
   * It is gone, with what came along with it.
   *
   * @param places all that is gone
   */
  record Done(List<Place> places) implements Removal {}

  /** It was not there. */
  record NotFound() implements Removal {}

  /**
   * Something hangs on it.
   *
   * @param dependent one of those
   */
  record InUse(Place dependent) implements Removal {}
}
