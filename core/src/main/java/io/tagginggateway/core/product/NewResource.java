package io.tagginggateway.core.product;

import io.tagginggateway.core.product.ResourceFamily.Brought;
import io.tagginggateway.core.product.ResourceFamily.IdRule;
import io.tagginggateway.core.product.ResourceFamily.Parent;
import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.tag.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A resource that a caller wants created, with the resources that are created along with it. */
final class NewResource {
  private final Product product;
  private final ResourceFamily family;
  private final ResourceRequest request;
  private final Instant now;
  private final Place place;
  private final Creation.@Nullable Token token;
  private final Map<String, String> attributes;
  private final Map<Place, ResourceRecord> along = new LinkedHashMap<>();
  private final List<Place> needs = new ArrayList<>();

  NewResource(
      Product product,
      ResourceFamily family,
      ResourceRequest request,
      List<Tag> tags,
      Instant now) {
    this.product = product;
    this.family = family;
    this.request = request;
    this.now = now;
    this.place = request.place(newId(family.id()));
    this.attributes = request.attributes();
    this.token = request.token(attributes, tags);
    family.made().forEach((name, rule) -> attributes.putIfAbsent(name, newId(rule)));
    family.brought().forEach(this::bring);
  }

  private void bring(Brought brought) {
    String id = newId(product.resourceFamily(brought.type()).id());
    attributes.put(brought.idIn(), id);
    Map<String, String> own = new LinkedHashMap<>(brought.attributes());
    own.put(brought.parent(), place.id());
    along.put(
        new Place(request.partition(brought.type()), id),
        new ResourceRecord(id, own, true, now, now));
  }

  /** The creation, with the attributes that it copies from its parents. */
  CompletionStage<Creation> withParents(ResourceStore store) {
    CompletionStage<Void> asked = CompletableFuture.completedFuture(null);
    for (Parent parent : family.parents()) {
      String id = request.parameter(parent.parameter());
      if (!id.isEmpty()) {
        Place above = new Place(request.partition(parent.type()), id);
        needs.add(above);
        asked =
            asked
                .thenCompose(before -> store.find(above))
                .thenAccept(
                    found ->
                        parent
                            .copies()
                            .forEach(
                                name ->
                                    found.ifPresent(
                                        record -> attributes.put(name, record.attribute(name)))));
      }
    }
    return asked.thenApply(
        done ->
            new Creation(
                place,
                new ResourceRecord(place.id(), attributes, false, now, now),
                along,
                needs,
                token));
  }

  /** Random, so that ids do not collide; an id is no secret. */
  private static String newId(IdRule rule) {
    String characters = rule.madeOf().characters();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    StringBuilder id = new StringBuilder(rule.prefix());
    boolean digits = rule.madeOf() == ResourceFamily.MadeOf.DIGITS;
    for (int i = 0; i < rule.length(); i++) {
      int first = digits && i == 0 ? 1 : 0;
      id.append(characters.charAt(random.nextInt(first, characters.length())));
    }
    return id.toString();
  }
}
