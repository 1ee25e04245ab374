package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.product.ViewAnswers.Failure;
import io.tagginggateway.core.product.ViewRequest.Named;
import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operations of the view over the tags of all products. A request that breaks a rule of
 * the view changes nothing; a rule of one resource's product fails that resource alone.
 * Thread-safe.
 */
final class ViewService {
  private final ArnServices services;
  private final ServiceSettings settings;

  ViewService(Products products, ServiceSettings settings) {
    this.services = new ArnServices(products);
    this.settings = settings;
  }

  /**
   * Does what a call asks.
   *
   * @throws ApiException if it breaks a rule that the call alone tells
   */
  CompletionStage<? extends Answer> answer(Call call, ViewOperation operation, TagStore store) {
    ViewRequest request = new ViewRequest(call, operation, services);
    return switch (operation.kind()) {
      case LIST -> new ViewListing(call, operation, services, store).answer(request);
      case TAG -> tag(call, operation, request, store);
      case UNTAG -> untag(call, operation, request, store);
      case KEYS, VALUES -> new ViewTexts(call, operation, services, store).answer(request);
    };
  }

  private CompletionStage<Answer> tag(
      Call call, ViewOperation operation, ViewRequest request, TagStore store) {
    List<Named> resources = request.resources();
    List<Tag> tags = request.tags();
    Changes changes = new Changes(call, operation, TagOperation.Kind.TAG, store);
    return changes.each(
        resources,
        named -> {
          ApiError refused = changes.refused(named, tags);
          return refused == null
              ? changes.change(named, new TagChange.Put(List.of(named.id()), tags))
              : CompletableFuture.completedFuture(refused);
        });
  }

  private CompletionStage<Answer> untag(
      Call call, ViewOperation operation, ViewRequest request, TagStore store) {
    List<Named> resources = request.resources();
    List<String> keys = request.keys();
    Changes changes = new Changes(call, operation, TagOperation.Kind.UNTAG, store);
    return changes.each(
        resources, named -> changes.change(named, new TagChange.Remove(List.of(named.id()), keys)));
  }

  /** The changes of one request, resource by resource. */
  private final class Changes {
    private final Call call;
    private final ViewOperation operation;
    private final TagOperation.Kind kind;
    private final TagStore store;

    Changes(Call call, ViewOperation operation, TagOperation.Kind kind, TagStore store) {
      this.call = call;
      this.operation = operation;
      this.kind = kind;
      this.store = store;
    }

    /** Changes each resource; the change tells why it failed, or null. */
    CompletionStage<Answer> each(
        List<Named> resources, Function<Named, CompletionStage<@Nullable ApiError>> change) {
      CompletionStage<List<Failure>> done = CompletableFuture.completedFuture(new ArrayList<>());
      for (Named named : resources) {
        done =
            done.thenCompose(
                failures ->
                    change
                        .apply(named)
                        .thenApply(
                            error -> {
                              if (error != null) {
                                failures.add(new Failure(named.sent(), error.quoting(named.id())));
                              }
                              return failures;
                            }));
      }
      return done.thenApply(
          failures ->
              new WrittenAnswer(call, 0, new ViewAnswers(call, operation.view()).failed(failures)));
    }

    /** The error of the resource's product for the first tag that it does not allow, or null. */
    @Nullable ApiError refused(Named named, List<Tag> tags) {
      TagFamily family = named.target().family();
      for (Tag tag : tags) {
        if (!family.texts().set().allows(tag.key())) {
          return error(named, Situation.BAD_KEY, ViewSituation.BAD_KEY).quoting(tag.key());
        }
        if (!family.texts().value().allows(tag.value())) {
          return error(named, Situation.BAD_VALUE, ViewSituation.BAD_VALUE).quoting(tag.value());
        }
      }
      return null;
    }

    CompletionStage<@Nullable ApiError> change(Named named, TagChange change) {
      ArnServices.Target target = named.target();
      Partition partition = call.partition(target.product(), target.type());
      ChangeRules rules =
          new ChangeRules(target.family().limits().tagsPerResource(), settings.mustExist());
      return store.change(partition, change, rules).thenApply(result -> error(named, result));
    }

    private @Nullable ApiError error(Named named, ChangeResult result) {
      return switch (result) {
        case APPLIED -> null;
        case TOO_MANY_TAGS, FULL ->
            error(
                named,
                Situation.TOO_MANY_TAGS_ON_RESOURCE,
                ViewSituation.TOO_MANY_TAGS_ON_RESOURCE);
        case RESOURCE_NOT_FOUND ->
            error(named, Situation.RESOURCE_NOT_FOUND, ViewSituation.RESOURCE_NOT_FOUND);
      };
    }

    /** The product's own error, else that of the view. */
    private ApiError error(Named named, Situation own, ViewSituation otherwise) {
      ErrorTable errors = named.target().family().errors();
      if (errors.find(own, kind) == null) {
        return operation.error(otherwise);
      }
      return own == Situation.RESOURCE_NOT_FOUND
          ? errors.resourceNotFound(named.target().type(), kind)
          : errors.get(own, kind);
    }
  }
}
