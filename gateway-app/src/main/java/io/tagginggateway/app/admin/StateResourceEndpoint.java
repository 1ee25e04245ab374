package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureResource;
import io.tagginggateway.app.fixture.FixtureWriter;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.Texts;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.Partition;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code state/{product}/{region}/{type}/{id}}: one resource, as fixtures write it. */
public final class StateResourceEndpoint implements AdminEndpoint {
  private static final int MAX_BODY = 1 << 20;

  private final Stores state;
  private final FixtureLoader loader;
  private final StateResources resources;
  private final StateNames names;
  private final String defaultAccount;

  /**
   * An endpoint over this state.
   *
   * @param loader reads and checks what is sent
   * @param defaultAccount whose resource is meant where the call does not say
   */
  public StateResourceEndpoint(
      Stores state, FixtureLoader loader, Products products, String defaultAccount) {
    this.state = state;
    this.loader = loader;
    this.resources = new StateResources(products);
    this.names = new StateNames(products);
    this.defaultAccount = defaultAccount;
  }

  @Override
  public void mount(Vertx vertx, Router router) {
    WorkerExecutor workers = AdminWorkers.of(vertx);
    AllowedMethods.at(router, "/state/:product/:region/:type/:id")
        .on(HttpMethod.GET, context -> get(workers, context))
        .on(HttpMethod.PUT, context -> put(workers, context))
        .on(HttpMethod.DELETE, context -> delete(workers, context))
        .andNoOther();
  }

  private void get(WorkerExecutor workers, RoutingContext context) {
    AdminQuery query = AdminQuery.of(context, "account", "format");
    Place place = query == null ? null : place(context, query);
    InputFormat format =
        query == null || place == null ? null : AnswerFormat.of(context, query.text("format"));
    if (place == null || format == null) {
      return;
    }
    run(
        workers,
        context,
        () -> {
          FixtureResource found = resources.find(state.current(), place);
          return found == null ? missing(place) : document(found, format);
        });
  }

  private static Consumer<RoutingContext> document(FixtureResource found, InputFormat format)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FixtureWriter.write(found.partition(), found.resource(), found.record(), format, out);
    return context ->
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, AnswerFormat.contentType(format))
            .end(Buffer.buffer(out.toByteArray()));
  }

  private void put(WorkerExecutor workers, RoutingContext context) {
    AdminQuery query = AdminQuery.of(context, "account");
    Place place = query == null ? null : place(context, query);
    if (place == null || !BodyTypes.mayBeFixture(context)) {
      return;
    }
    InputFormat declared = BodyTypes.declared(context);
    StreamedBody body =
        new StreamedBody(context.request(), context.vertx().getOrCreateContext(), MAX_BODY);
    run(workers, context, () -> put(body, declared, place));
  }

  private Consumer<RoutingContext> put(
      StreamedBody body, @Nullable InputFormat declared, Place place) throws IOException {
    String hint = "";
    try {
      FixtureBody fixture = FixtureBody.of(body, declared);
      hint = fixture.hint();
      FixtureResource sent = loader.loadOne(fixture.source(), place);
      body.drain();
      int status = resources.put(state.current(), sent) ? 201 : 204;
      return context -> context.response().setStatusCode(status).end();
    } catch (FixtureException e) {
      if (body.isTooLarge()) {
        return tooLarge("A resource has at most " + MAX_BODY + " bytes.");
      }
      body.drain();
      Problem problem = FixtureProblemJson.of(e, hint);
      return context -> problem.send(context.response());
    }
  }

  /** Nobody reads the rest. */
  static Consumer<RoutingContext> tooLarge(String detail) {
    return context -> {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      new Problem(413, detail).send(context.response());
    };
  }

  private void delete(WorkerExecutor workers, RoutingContext context) {
    AdminQuery query = AdminQuery.of(context, "account");
    Place place = query == null ? null : place(context, query);
    if (place != null) {
      run(workers, context, () -> deleted(place));
    }
  }

  private Consumer<RoutingContext> deleted(Place place) {
    StateResources.Removed removed = resources.remove(state.current(), place);
    if (removed instanceof StateResources.NotThere) {
      return missing(place);
    }
    if (removed instanceof StateResources.Held held) {
      Place dependent = held.dependent();
      String detail =
          dependent.partition().type() + " " + dependent.id() + " hangs on it: delete that first.";
      return context -> new Problem(409, detail).send(context.response());
    }
    return context -> context.response().setStatusCode(204).end();
  }

  private Consumer<RoutingContext> missing(Place place) {
    Partition partition = place.partition();
    String detail =
        "There is no "
            + partition.type()
            + " "
            + place.id()
            + " of "
            + partition.product()
            + " in "
            + partition.region()
            + " of account "
            + partition.account()
            + "."
            + resources.elsewhere(state.current(), place.id());
    return context -> new Problem(404, detail).send(context.response());
  }

  private static void run(
      WorkerExecutor workers, RoutingContext context, Callable<Consumer<RoutingContext>> work) {
    workers
        .executeBlocking(work, false)
        .onSuccess(answer -> answer.accept(context))
        .onFailure(failure -> AdminStages.failed(context, failure));
  }

  /** The resource that the path names, or null if it cannot be one; then it was answered. */
  private @Nullable Place place(RoutingContext context, AdminQuery query) {
    String product = context.pathParam("product");
    String region = context.pathParam("region");
    String sent = context.pathParam("type");
    String id = context.pathParam("id");
    String asked = query.text("account");
    String account = asked == null ? defaultAccount : asked;
    Problem problem = names.product(product);
    problem = problem == null ? names.region(region) : problem;
    Set<String> types = problem == null ? names.types(product, sent) : Set.of();
    if (problem == null && types.isEmpty()) {
      problem = names.unknownType(product, sent);
    }
    if (problem == null && !Texts.isResourceId(id)) {
      problem = new Problem(400, "No resource id: 1 to 256 characters that XML can carry");
    }
    if (problem == null && !Texts.isResourceId(account)) {
      problem = new Problem(400, "No account id: 1 to 256 characters that XML can carry");
    }
    if (problem != null) {
      problem.send(context.response());
      return null;
    }
    return new Place(new Partition(account, product, region, types.iterator().next()), id);
  }
}
