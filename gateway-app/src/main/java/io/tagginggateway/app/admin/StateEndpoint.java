package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.fixture.FixtureWriter;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.Stores;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code state}: what the gateway holds, in the fixture format. Bodies are read while they come,
 * and applied when they are whole and sound.
 */
public final class StateEndpoint implements AdminEndpoint {
  /** The largest state that is taken: some millions of resources. Chosen. */
  private static final long MAX_BODY = 1L << 30;

  private final Stores state;
  private final FixtureLoader loader;
  private final Runnable onReset;

  /**
   * An endpoint over this state.
   *
   * @param loader reads and checks what is sent
   * @param onReset what a reset clears besides
   */
  public StateEndpoint(Stores state, FixtureLoader loader, Runnable onReset) {
    this.state = state;
    this.loader = loader;
    this.onReset = onReset;
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    WorkerExecutor workers = AdminWorkers.of(vertx);
    AllowedMethods.at(router, "/state")
        .on(HttpMethod.GET, context -> export(workers, context))
        .on(HttpMethod.PUT, context -> load(workers, context, Draft::replace))
        .on(HttpMethod.PATCH, context -> load(workers, context, Draft::add))
        .andNoOther();
    AllowedMethods.at(router, "/reset").on(HttpMethod.POST, this::reset).andNoOther();
  }

  private void export(WorkerExecutor workers, RoutingContext context) {
    AdminQuery query = AdminQuery.of(context, "account");
    if (query != null) {
      String account = query.text("account");
      State now = state.current();
      StreamedAnswer.json(workers, context, out -> FixtureWriter.write(now, account, out));
    }
  }

  private void reset(RoutingContext context) {
    AdminStages.then(
        context,
        state.reset(),
        done -> {
          onReset.run();
          context.response().setStatusCode(204).end();
        });
  }

  private void load(
      WorkerExecutor workers,
      RoutingContext context,
      Function<Draft, CompletionStage<Void>> apply) {
    InputFormat format = BodyTypes.fixture(context);
    if (format == null) {
      return;
    }
    StreamedBody body =
        new StreamedBody(context.request(), context.vertx().getOrCreateContext(), MAX_BODY);
    workers
        .executeBlocking(() -> read(body, format, apply), false)
        .onSuccess(
            problem -> {
              if (problem == null) {
                context.response().setStatusCode(204).end();
              } else {
                closeIf(body.isTooLarge(), context);
                problem.send(context.response());
              }
            })
        .onFailure(failure -> AdminStages.failed(context, failure));
  }

  /** Nobody reads the rest. */
  private static void closeIf(boolean tooLarge, RoutingContext context) {
    if (tooLarge) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private @Nullable Problem read(
      StreamedBody body, InputFormat format, Function<Draft, CompletionStage<Void>> apply)
      throws IOException {
    try (Draft draft = state.draft()) {
      loader.load(List.of(new FixtureSource("body", format, () -> body)), draft);
      body.drain();
      apply.apply(draft).toCompletableFuture().join();
      return null;
    } catch (FixtureException e) {
      if (body.isTooLarge()) {
        return new Problem(413, "A state has at most " + MAX_BODY + " bytes.");
      }
      body.drain();
      String pointer = FixturePointer.of(e.path());
      return new Problem(400, e.reason(), pointer.isEmpty() ? null : pointer);
    }
  }
}
