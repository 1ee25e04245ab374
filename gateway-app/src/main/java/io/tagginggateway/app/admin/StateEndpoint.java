package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureWriter;
import io.tagginggateway.app.fixture.StateFilter;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.state.Stores;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
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
  private final StateNames names;
  private final Runnable onReset;

  /**
   * An endpoint over this state.
   *
   * @param loader reads and checks what is sent
   * @param products what filters may name
   * @param onReset what a reset clears besides
   */
  public StateEndpoint(Stores state, FixtureLoader loader, Products products, Runnable onReset) {
    this.names = new StateNames(products);
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
    AllowedMethods.at(router, "/reset")
        .on(HttpMethod.POST, context -> reset(workers, context))
        .andNoOther();
  }

  private void export(WorkerExecutor workers, RoutingContext context) {
    AdminQuery query =
        AdminQuery.of(context, "account", "product", "region", "type", "tag", "format");
    StateFilter filter = query == null ? null : filter(context, query);
    InputFormat format =
        query == null || filter == null ? null : AnswerFormat.of(context, query.text("format"));
    if (filter != null && format != null) {
      State now = state.current();
      StreamedAnswer.send(
          workers,
          context,
          AnswerFormat.contentType(format),
          out -> FixtureWriter.write(now, filter, format, out));
    }
  }

  /** What the query asks for, or null if it names what cannot be; then it was answered. */
  private @Nullable StateFilter filter(RoutingContext context, AdminQuery query) {
    String product = query.text("product");
    String region = query.text("region");
    String sent = query.text("type");
    Problem problem = product == null ? null : names.product(product);
    problem = problem == null && region != null ? names.region(region) : problem;
    Set<String> types = problem != null || sent == null ? null : names.types(product, sent);
    if (sent != null && types != null && types.isEmpty()) {
      problem = names.unknownType(product, sent);
    }
    if (problem != null) {
      problem.send(context.response());
      return null;
    }
    return new StateFilter(query.text("account"), product, region, types, query.texts("tag"));
  }

  private void reset(WorkerExecutor workers, RoutingContext context) {
    AdminStages.then(
        context,
        state.reset(),
        done ->
            workers
                .<Void>executeBlocking(
                    () -> {
                      onReset.run();
                      return null;
                    },
                    false)
                .onSuccess(forgotten -> context.response().setStatusCode(204).end())
                .onFailure(failure -> AdminStages.failed(context, failure)));
  }

  private void load(
      WorkerExecutor workers,
      RoutingContext context,
      Function<Draft, CompletionStage<Void>> apply) {
    if (!BodyTypes.mayBeFixture(context)) {
      return;
    }
    InputFormat declared = BodyTypes.declared(context);
    StreamedBody body =
        new StreamedBody(context.request(), context.vertx().getOrCreateContext(), MAX_BODY);
    workers
        .executeBlocking(() -> read(body, declared, apply), false)
        .onSuccess(answer -> answer.accept(context))
        .onFailure(failure -> AdminStages.failed(context, failure));
  }

  private Consumer<RoutingContext> read(
      StreamedBody body,
      @Nullable InputFormat declared,
      Function<Draft, CompletionStage<Void>> apply)
      throws IOException {
    String hint = "";
    try (Draft draft = state.draft()) {
      FixtureBody fixture = FixtureBody.of(body, declared);
      hint = fixture.hint();
      if (fixture.format() == InputFormat.CSV) {
        keepKeys(state.current(), draft);
      }
      loader.load(List.of(fixture.source()), draft);
      body.drain();
      apply.apply(draft).toCompletableFuture().join();
      return context -> context.response().setStatusCode(204).end();
    } catch (FixtureException e) {
      if (body.isTooLarge()) {
        return StateResourceEndpoint.tooLarge("A state has at most " + MAX_BODY + " bytes.");
      }
      body.drain();
      Problem problem = FixtureProblemJson.of(e, hint);
      return context -> problem.send(context.response());
    }
  }

  /** A table speaks of resources alone: accounts and access keys stay as they are. */
  public static void keepKeys(State now, Draft draft) {
    now.declaredAccounts().toCompletableFuture().join().forEach(draft::account);
    now.declaredKeys().toCompletableFuture().join().forEach(draft::add);
  }
}
