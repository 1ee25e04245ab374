package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.Removal;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers the operations of the resource family of one product. Thread-safe. */
final class ResourceService {
  private final Product product;
  private final Clock clock;

  ResourceService(Product product, Clock clock) {
    this.product = product;
    this.clock = clock;
  }

  /**
   * Does what a call asks.
   *
   * @throws ApiException if it breaks a rule that the call alone tells
   */
  CompletionStage<? extends Answer> answer(Call call, ResourceOperation operation, State state) {
    ResourceRequest request = new ResourceRequest(product.code(), call, operation);
    request.checkRequired();
    return switch (operation.kind()) {
      case CREATE -> create(call, operation, request, state);
      case DESCRIBE -> describe(call, operation, request, state);
      case LIST -> new ResourceListing(call, operation, request, state).answer();
      case UPDATE -> update(call, operation, request, state);
      case DELETE -> delete(call, operation, request, state);
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private CompletionStage<Answer> create(
      Call call, ResourceOperation operation, ResourceRequest request, State state) {
    List<Tag> tags = request.newTags();
    NewResource asked = new NewResource(product, operation.family(), request, tags, now());
    return asked
        .withParents(state.resources())
        .thenCompose(creation -> created(call, operation, creation, tags, state));
  }

  private CompletionStage<Answer> created(
      Call call, ResourceOperation operation, Creation creation, List<Tag> tags, State state) {
    return state
        .resources()
        .create(creation)
        .thenCompose(
            result -> {
              if (result instanceof Creation.Done) {
                return declared(creation, tags, state)
                    .thenApply(done -> answer(call, operation, creation.record(), tags));
              }
              if (result instanceof Creation.Repeated before) {
                Place place = new Place(creation.first().partition(), before.id());
                return row(place, operation, state)
                    .thenApply(row -> answer(call, operation, row.record(), row.tags()));
              }
              throw refused(operation, result);
            });
  }

  private ApiException refused(ResourceOperation operation, Creation.Result result) {
    if (result instanceof Creation.Missing missing) {
      return notFound(missing.place().partition().type(), missing.place().id());
    }
    ResourceFamily family = operation.family();
    String rule = result instanceof Creation.TokenReused ? "client-token-reused" : "too-many";
    return new ApiException(family.error(rule), rule);
  }

  private ApiException notFound(String type, String id) {
    return new ApiException(
        product.resourceFamily(type).error("not-found").quoting(id), "not-found");
  }

  /** Declares the resources, so that they can be tagged where only declared ones can. */
  private static CompletionStage<Void> declared(Creation creation, List<Tag> tags, State state) {
    CompletionStage<Void> done =
        state
            .tags()
            .put(
                creation.first().partition(),
                List.of(new StoredResource(creation.first().id(), tags, List.of(), true)));
    for (Place place : creation.along().keySet()) {
      StoredResource along = new StoredResource(place.id(), List.of(), List.of(), true);
      done = done.thenCompose(before -> state.tags().put(place.partition(), List.of(along)));
    }
    return done;
  }

  private CompletionStage<Answer> describe(
      Call call, ResourceOperation operation, ResourceRequest request, State state) {
    return row(request.place(request.id()), operation, state)
        .thenApply(row -> answer(call, operation, row.record(), row.tags()));
  }

  private CompletionStage<ResourcePage.Row> row(
      Place place, ResourceOperation operation, State state) {
    return state
        .resources()
        .find(place)
        .thenCompose(
            found -> {
              ResourceRecord record =
                  found.orElseThrow(() -> notFound(operation.family().type(), place.id()));
              return ResourceListing.row(place.partition(), record, state);
            });
  }

  private CompletionStage<Answer> update(
      Call call, ResourceOperation operation, ResourceRequest request, State state) {
    Place place = request.place(request.id());
    return state
        .resources()
        .update(place, request.attributes(), now())
        .thenApply(
            found ->
                answer(
                    call,
                    operation,
                    found.orElseThrow(() -> notFound(operation.family().type(), place.id())),
                    List.of()));
  }

  private CompletionStage<Answer> delete(
      Call call, ResourceOperation operation, ResourceRequest request, State state) {
    ResourceFamily family = operation.family();
    Place place = request.place(request.id());
    return state
        .resources()
        .find(place)
        .thenCompose(
            found -> {
              ResourceRecord record = found.orElseThrow(() -> notFound(family.type(), place.id()));
              if (record.along()) {
                throw new ApiException(
                    family.error("goes-with-another").quoting(place.id()), "goes-with-another");
              }
              return state
                  .resources()
                  .remove(place, product.dependents(place.partition()))
                  .thenCompose(removal -> removed(removal, family, place, state))
                  .thenApply(done -> answer(call, operation, record, List.of()));
            });
  }

  private CompletionStage<Void> removed(
      Removal removal, ResourceFamily family, Place place, State state) {
    if (removal instanceof Removal.InUse) {
      throw new ApiException(family.error("in-use").quoting(place.id()), "in-use");
    }
    if (removal instanceof Removal.Done done) {
      CompletionStage<Void> undeclared = CompletableFuture.completedFuture(null);
      for (Place gone : done.places()) {
        StoredResource nothing = new StoredResource(gone.id(), List.of(), List.of(), false);
        undeclared =
            undeclared.thenCompose(before -> state.tags().put(gone.partition(), List.of(nothing)));
      }
      return undeclared;
    }
    throw notFound(family.type(), place.id());
  }

  private static Answer answer(
      Call call, ResourceOperation operation, ResourceRecord record, List<Tag> tags) {
    List<ResourcePage.Row> rows = List.of(new ResourcePage.Row(record, tags));
    return new ResourcePage(call, operation.answer(), rows, 1, 1, 1, "");
  }
}
