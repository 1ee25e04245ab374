package io.tagginggateway.app.admin;

import io.tagginggateway.core.tag.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Answers an admin call when a store did, on the call's own event loop. */
final class AdminStages {
  private AdminStages() {}

  /** Goes on with what a stage gives; a store that cannot be asked is a 503. */
  static <T> void then(RoutingContext context, CompletionStage<T> stage, Consumer<T> next) {
    Future.fromCompletionStage(stage, context.vertx().getOrCreateContext())
        .onSuccess(
            value -> {
              try {
                next.accept(value);
              } catch (RuntimeException e) {
                context.fail(e);
              }
            })
        .onFailure(failure -> failed(context, failure));
  }

  /** Answers for what went wrong. */
  static void failed(RoutingContext context, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof StoreUnavailableException) {
      new Problem(503, "The store cannot be asked: " + cause.getMessage()).send(context.response());
    } else {
      context.fail(cause);
    }
  }
}
