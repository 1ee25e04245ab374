package io.tagginggateway.app.rpc;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.state.State;
import java.util.function.Function;

/**
 * A request that passed every check and is now the product's.
 *
 * @param progress all of it
 * @param service the product that answers
 * @param caller who asks
 * @param call what is asked
 * @param state the state that the request began with
 */
record Admitted(Progress progress, TaggingService service, Caller caller, Call call, State state)
    implements Admission {

  @Override
  public <R> R then(Function<Admitted, R> admitted, Function<Refused, R> refused) {
    return admitted.apply(this);
  }

  /** The same with pages of at most {@code size}, which is at least 1. */
  Admitted withMaxPage(int size) {
    return new Admitted(progress, service, caller, call.withMaxPage(size), state);
  }
}
