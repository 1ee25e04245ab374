package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureResource;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.Removal;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads and changes single resources of a state, with their tags and attributes. Blocks. */
public final class StateResources {
  /** How many other places of a resource are told. */
  private static final int PLACES = 3;

  private final Products products;

  /** Resources by the rules of these products. */
  public StateResources(Products products) {
    this.products = products;
  }

  /** How a removal ended. */
  public sealed interface Removed {}

  /** It is gone. */
  public record Gone() implements Removed {}

  /** It was not there. */
  public record NotThere() implements Removed {}

  /**
   * Nothing was removed.
   *
   * @param dependent what hangs on it
   */
  public record Held(Place dependent) implements Removed {}

  /** One resource, or null if it is not there. */
  public @Nullable FixtureResource find(State state, Place place) {
    Optional<StoredResource> stored = join(state.tags().find(place.partition(), place.id()));
    return stored
        .map(
            resource -> {
              ResourceRecord record = join(state.resources().find(place)).orElse(null);
              return new FixtureResource(place.partition(), resource, record);
            })
        .orElse(null);
  }

  /**
   * Puts a resource in the place of the one of its id. Attributes that it does not mention stay.
   *
   * @return whether there was none
   */
  public boolean put(State state, FixtureResource resource) {
    boolean added =
        join(state.tags().find(resource.partition(), resource.resource().id())).isEmpty();
    join(state.tags().put(resource.partition(), List.of(resource.resource())));
    if (resource.record() != null) {
      join(state.resources().put(resource.partition(), resource.record()));
    }
    return added;
  }

  /** Removes a resource, and what came along with it, unless something else hangs on it. */
  public Removed remove(State state, Place place) {
    boolean tagged = join(state.tags().find(place.partition(), place.id())).isPresent();
    List<Place> gone = new ArrayList<>(List.of(place));
    Removal removal = join(state.resources().remove(place, products.dependents(place.partition())));
    if (removal instanceof Removal.InUse inUse) {
      return new Held(inUse.dependent());
    }
    if (removal instanceof Removal.Done done) {
      gone.addAll(done.places());
    } else if (!tagged) {
      return new NotThere();
    }
    for (Place each : gone) {
      StoredResource nothing = new StoredResource(each.id(), List.of(), List.of(), false);
      join(state.tags().put(each.partition(), List.of(nothing)));
    }
    return new Gone();
  }

  /** Where else resources of this id are, in a sentence; empty if nowhere. */
  String elsewhere(State state, String id) {
    TreeSet<String> places = new TreeSet<>();
    for (Partition partition : join(state.tags().sizes()).keySet()) {
      if (join(state.tags().find(partition, id)).isPresent()) {
        String place = partition.product() + "/" + partition.region() + "/" + partition.type();
        places.add(place + "/" + id + " of account " + partition.account());
      }
    }
    return places.isEmpty()
        ? ""
        : " There is " + String.join(", ", places.stream().limit(PLACES).toList()) + ".";
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
