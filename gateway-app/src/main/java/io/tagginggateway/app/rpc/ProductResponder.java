package io.tagginggateway.app.rpc;

import io.tagginggateway.core.product.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks the product, which asks the store, and writes the answer. Whatever throws on the way, the
 * envelope included, becomes an error in the place of all that was written.
 */
final class ProductResponder implements Responder {
  private final StoreWait wait;

  ProductResponder(StoreWait wait) {
    this.wait = wait;
  }

  @Override
  public CompletionStage<Delivery> respond(Admitted admitted) {
    CompletionStage<? extends Answer> answer;
    try {
      answer = wait.bounded(admitted.service().answer(admitted.call(), admitted.state()));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(Replies.failed(admitted.progress(), e));
    }
    return Stages.handled(
        answer,
        (given, failure) ->
            failure == null
                ? Replies.done(admitted, given)
                : Replies.failed(admitted.progress(), failure));
  }
}
