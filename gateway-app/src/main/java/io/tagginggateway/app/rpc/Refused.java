package io.tagginggateway.app.rpc;

import java.util.function.Function;

/**
 * A request that is answered with an error before any product is asked.
 *
 * @param progress how far it came
 * @param failed what it is answered
 */
record Refused(Progress progress, Outcome.Failed failed) implements Admission {

  @Override
  public <R> R then(Function<Admitted, R> admitted, Function<Refused, R> refused) {
    return refused.apply(this);
  }
}
