package io.tagginggateway.app.rpc;

import java.util.function.Function;

/** What the checks before the product made of a request. Immutable; nothing in it is null. */
sealed interface Admission permits Admitted, Refused {

  /** How far the request came. */
  Progress progress();

  /** What comes of it, one way or the other. */
  <R> R then(Function<Admitted, R> admitted, Function<Refused, R> refused);
}
