package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists the keys of an account's tags in a region, or the values of one key. Every resource is
 * looked at, batch by batch and away from the caller's thread; no more than one page is held.
 */
final class ViewTexts {
  private final Call call;
  private final ViewOperation operation;
  private final ArnServices services;
  private final TagStore store;

  ViewTexts(Call call, ViewOperation operation, ArnServices services, TagStore store) {
    this.call = call;
    this.operation = operation;
    this.services = services;
    this.store = store;
  }

  /** The page that a request asks for. */
  CompletionStage<Answer> answer(ViewRequest request) {
    TagView.Parameters parameters = operation.view().parameters();
    boolean ofKeys = operation.kind() == ViewOperation.Kind.KEYS;
    ArnServices.Target type = request.type();
    String key = ofKeys ? "" : request.key();
    Category category = ofKeys ? request.category() : null;
    boolean preset = request.isOfPresetTags();
    boolean prefix = request.isPrefix();
    String filter = request.parameter(ofKeys ? parameters.keyFilter() : parameters.valueFilter());
    if (preset && !ofKeys) {
      throw request.broken(ViewSituation.PRESET_KEY_NOT_FOUND, key);
    }
    int size = request.pageSize();
    PageTokens tokens = tokens(type, List.of(key, filter, prefix + "", category + "", preset + ""));
    Found found = new Found(size, after(request, tokens));
    Predicate<String> asked =
        text -> filter.isEmpty() || (prefix ? text.startsWith(filter) : text.equals(filter));
    BiConsumer<Tag, Category> seen =
        (tag, by) -> {
          if (ofKeys && (category == null || category == by) && asked.test(tag.key())) {
            found.add(new ViewText(tag.key(), by));
          } else if (!ofKeys && tag.key().equals(key) && asked.test(tag.value())) {
            found.add(new ViewText(tag.value(), Category.CUSTOM));
          }
        };
    CompletionStage<?> done =
        preset ? CompletableFuture.completedFuture(null) : lookAtAll(type, seen);
    return done.thenApply(looked -> answer(found, ofKeys, tokens));
  }

  private PageTokens tokens(ArnServices.@Nullable Target type, List<String> asked) {
    String of = type == null ? "" : type.product() + " " + type.type();
    return new PageTokens(call.partition(operation.name(), of), asked, List.of());
  }

  private @Nullable ViewText after(ViewRequest request, PageTokens tokens) {
    String token = request.parameter(operation.view().parameters().token());
    if (token.isEmpty()) {
      return null;
    }
    Cursor cursor = tokens.decode(token);
    if (cursor == null) {
      throw request.broken(ViewSituation.BAD_NEXT_TOKEN, token);
    }
    return ViewText.at(cursor);
  }

  private CompletionStage<?> lookAtAll(
      ArnServices.@Nullable Target type, BiConsumer<Tag, Category> seen) {
    return store
        .sizes()
        .thenCompose(
            sizes -> {
              CompletionStage<Void> done = CompletableFuture.completedFuture(null);
              for (Partition partition : sizes.keySet()) {
                if (isAsked(partition, type)) {
                  done = done.thenCompose(before -> lookAt(partition, seen));
                }
              }
              return done;
            });
  }

  private boolean isAsked(Partition partition, ArnServices.@Nullable Target type) {
    return partition.account().equals(call.account())
        && partition.region().equals(call.region())
        && services.knows(partition)
        && (type == null
            || (type.product().equals(partition.product())
                && type.type().equals(partition.type())));
  }

  /** Each batch is handled on another thread, since there may be many batches. */
  private CompletionStage<Void> lookAt(Partition partition, BiConsumer<Tag, Category> seen) {
    return store.export(
        partition,
        batch ->
            CompletableFuture.runAsync(
                () -> {
                  for (StoredResource resource : batch) {
                    resource.tags().forEach(tag -> seen.accept(tag, Category.CUSTOM));
                    resource.systemTags().forEach(tag -> seen.accept(tag, Category.SYSTEM));
                  }
                }));
  }

  private Answer answer(Found found, boolean ofKeys, PageTokens tokens) {
    List<ViewText> page = found.page();
    String token = found.hasMore() ? tokens.encode(page.get(page.size() - 1).cursor()) : "";
    ViewAnswers answers = new ViewAnswers(call, operation.view());
    return new WrittenAnswer(
        call, page.size(), ofKeys ? answers.keys(page, token) : answers.values(page, token));
  }

  /** The first texts after a place: those of a page and one more. One thread at a time. */
  private static final class Found {
    private final int size;
    private final @Nullable ViewText after;
    private final TreeSet<ViewText> texts = new TreeSet<>();

    Found(int size, @Nullable ViewText after) {
      this.size = size;
      this.after = after;
    }

    void add(ViewText text) {
      if (after != null && text.compareTo(after) <= 0) {
        return;
      }
      texts.add(text);
      if (texts.size() > size + 1) {
        texts.pollLast();
      }
    }

    boolean hasMore() {
      return texts.size() > size;
    }

    List<ViewText> page() {
      List<ViewText> page = new ArrayList<>(texts);
      return page.subList(0, Math.min(size, page.size()));
    }
  }
}
