package io.tagginggateway.core.resource;

import java.util.List;

/** How a removal ended. Anything but {@link Done} left everything as it was. */
public sealed interface Removal {

  /**
   * It was removed, with the resources that were created along with it.
   *
   * @param places everything that was removed
   */
  record Done(List<Place> places) implements Removal {}

  /** It was not there. */
  record NotFound() implements Removal {}

  /**
   * Another resource depends on it.
   *
   * @param dependent one of those
   */
  record InUse(Place dependent) implements Removal {}
}
