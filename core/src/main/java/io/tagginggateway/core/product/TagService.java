package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.ForeignCursorException;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers operations of the tag family: checks their rules, then asks the store. */
record TagService(String product, ServiceSettings settings) {

  /**
   * Does what a call asks, as {@link TaggingService#answer} says.
   *
   * @param operation what the call asks
   */
  CompletionStage<? extends Answer> answer(Call call, TagOperation operation, TagStore store) {
    return switch (operation.kind()) {
      case LIST -> list(call, operation, store);
      case TAG -> tag(call, operation, store);
      case UNTAG -> untag(call, operation, store);
    };
  }

  private CompletionStage<ListAnswer> list(Call call, TagOperation operation, TagStore store) {
    TagFamily family = operation.family();
    RequestReader reader = new RequestReader(operation, call.request().parameters());
    String type = reader.resourceType();
    reader.checkRequired();
    List<String> ids = reader.resourceIds();
    Collection<NumberedList.Member> tags = reader.tags();
    reader.require(
        !ids.isEmpty() || !operation.parameters().needsIds(operation.kind()),
        Situation.NO_RESOURCE_IDS);
    reader.require(!ids.isEmpty() || !tags.isEmpty(), Situation.NO_RESOURCE_IDS_NOR_TAGS);
    reader.checkResourceIds(ids);
    List<TagFilter> filters = reader.filters(tags);
    PageParameters page = new PageParameters(operation, call.request().parameters(), reader);
    PageLimit limit = limit(call, operation, page.size());
    int number = page.number();

    Partition partition = call.partition(product, type);
    String token = page.token();
    Cursor after = token == null ? null : new PageTokens(partition, ids, filters).decode(token);
    reader.require(token == null || after != null, Situation.BAD_NEXT_TOKEN, token);

    String typeInAnswer = family.types().inAnswers(type);
    CompletionStage<ListAnswer> answer =
        store
            .list(partition, new TagQuery(ids, filters, NumberedPages.upTo(number, limit), after))
            .handle(
                (read, failure) -> {
                  if (failure != null) {
                    throw failed(failure, operation, token);
                  }
                  Cursor next = read.next();
                  String nextToken =
                      next == null ? null : new PageTokens(partition, ids, filters).encode(next);
                  Page shown = number == 1 ? read : NumberedPages.cut(number, limit, read);
                  return new ListAnswer(
                      call, family, typeInAnswer, limit.max(), shown, nextToken, 0);
                });
    return family.envelope().countsTotal()
        ? answer.thenCompose(listed -> withTotal(listed, partition, ids, filters, store))
        : answer;
  }

  private static CompletionStage<ListAnswer> withTotal(
      ListAnswer answer,
      Partition partition,
      List<String> ids,
      List<TagFilter> filters,
      TagStore store) {
    PageLimit everything = new PageLimit(Integer.MAX_VALUE, PageLimit.Unit.ROWS);
    return store
        .list(partition, new TagQuery(ids, filters, everything, null))
        .thenApply(all -> answer.withTotal(all.rows()));
  }

  /** A cursor of another store is a token that this gateway never issued. */
  private static RuntimeException failed(
      Throwable failure, TagOperation operation, @Nullable String token) {
    return Failures.cause(failure) instanceof ForeignCursorException
        ? new ApiException(
            operation
                .family()
                .errors()
                .get(Situation.BAD_NEXT_TOKEN, operation.kind())
                .quoting(token == null ? "" : token),
            Situation.BAD_NEXT_TOKEN.id())
        : new CompletionException(failure);
  }

  private CompletionStage<ChangeAnswer> tag(Call call, TagOperation operation, TagStore store) {
    RequestReader reader = new RequestReader(operation, call.request().parameters());
    String type = reader.resourceType();
    reader.checkRequired();
    List<String> ids = reader.resourceIds();
    Collection<NumberedList.Member> tags = reader.tags();
    reader.require(!ids.isEmpty(), Situation.NO_RESOURCE_IDS);
    reader.require(!tags.isEmpty(), Situation.NO_TAGS);
    reader.checkResourceIds(ids);
    return change(call, operation, type, new TagChange.Put(ids, reader.newTags(tags)), store);
  }

  private CompletionStage<ChangeAnswer> untag(Call call, TagOperation operation, TagStore store) {
    RequestReader reader = new RequestReader(operation, call.request().parameters());
    String type = reader.resourceType();
    reader.checkRequired();
    List<String> ids = reader.resourceIds();
    Collection<NumberedList.Member> members = reader.tagKeys();
    Collection<NumberedList.Member> pairs = reader.pairs();
    reader.require(!ids.isEmpty(), Situation.NO_RESOURCE_IDS);
    reader.checkResourceIds(ids);
    List<String> keys = new ArrayList<>(reader.keys(members));
    List<Tag> tags = reader.pairs(pairs, keys);
    return change(call, operation, type, removal(reader, ids, keys, tags), store);
  }

  private static TagChange removal(
      RequestReader reader, List<String> ids, List<String> keys, List<Tag> tags) {
    boolean named = !keys.isEmpty() || !tags.isEmpty();
    if (named && reader.all()) {
      reader.refuseIfAnError(Situation.KEYS_AND_ALL);
    }
    if (!tags.isEmpty()) {
      return new TagChange.RemoveTags(ids, keys, tags);
    }
    if (named) {
      return new TagChange.Remove(ids, keys);
    }
    if (reader.all() && !reader.needsKeys()) {
      return new TagChange.RemoveAll(ids);
    }
    reader.refuseIfAnError(Situation.NEITHER_KEYS_NOR_ALL);
    return new TagChange.Nothing(ids);
  }

  private CompletionStage<ChangeAnswer> change(
      Call call, TagOperation operation, String type, TagChange change, TagStore store) {
    TagFamily family = operation.family();
    ErrorTable errors = family.errors();
    ChangeRules rules = new ChangeRules(family.limits().tagsPerResource(), settings.mustExist());
    return store
        .change(call.partition(product, type), change, rules)
        .thenApply(
            result ->
                switch (result) {
                  case APPLIED -> new ChangeAnswer(call, family, operation.kind());
                  case TOO_MANY_TAGS, FULL ->
                      throw new ApiException(
                          errors
                              .get(Situation.TOO_MANY_TAGS_ON_RESOURCE, operation.kind())
                              .quoting(String.join(",", change.resourceIds())),
                          result == ChangeResult.FULL
                              ? TaggingService.STORE_IS_FULL
                              : Situation.TOO_MANY_TAGS_ON_RESOURCE.id());
                  case RESOURCE_NOT_FOUND ->
                      throw new ApiException(
                          errors
                              .resourceNotFound(type, operation.kind())
                              .quoting(String.join(",", change.resourceIds())),
                          Situation.RESOURCE_NOT_FOUND.id());
                });
  }

  private PageLimit limit(Call call, TagOperation operation, int asked) {
    Paging paging = operation.family().paging();
    int size = asked;
    if (!paging.end().paged() && operation.parameters().pageSize() == null) {
      size = Integer.MAX_VALUE;
    } else if (size == 0) {
      boolean configured = paging.unit() == PageLimit.Unit.RESOURCES && settings.pageSize() > 0;
      size = configured ? settings.pageSize() : paging.defaultSize();
    }
    return new PageLimit(Math.min(size, call.maxPage()), paging.unit());
  }
}
