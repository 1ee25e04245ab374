package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.Action;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.ForeignCursorException;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TagStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers the three actions of one product: its rules, the shared matcher, its envelope. Called
 * from any thread.
 */
public final class TaggingService {
  private final ProductModule module;
  private final ServiceSettings settings;
  private final ChangeRules changeRules;

  /** A service for {@code module}, with what the user set for it. */
  public TaggingService(ProductModule module, ServiceSettings settings) {
    this.module = module;
    this.settings = settings;
    this.changeRules = new ChangeRules(module.rules().maxTagsPerResource(), settings.mustExist());
  }

  /** The product it answers for. */
  public ProductModule module() {
    return module;
  }

  /**
   * The region that a request works in: its RegionId, else that of the host, else the default.
   *
   * @param hostRegion the region in the host's name, or null
   * @param defaultRegion the configured region
   * @throws ApiException if the product wants a RegionId and there is none
   */
  public String region(RpcRequest request, @Nullable String hostRegion, String defaultRegion) {
    String sent = request.parameter("RegionId");
    if (sent == null || sent.isEmpty()) {
      if (module.product().regionRequired()) {
        throw new ApiException(GatewayErrors.missing("RegionId"));
      }
      return hostRegion != null ? hostRegion : defaultRegion;
    }
    if (!Texts.isRegion(sent)) {
      throw new ApiException(GatewayErrors.INVALID_REGION);
    }
    return sent;
  }

  /**
   * Does what a call asks.
   *
   * @return completes on whatever thread the store does; fails with {@link ApiException} if the
   *     call breaks a rule that the store knows; then nothing has changed
   * @throws ApiException if it breaks a rule that the call alone tells; then nothing was asked
   */
  public CompletionStage<? extends Answer> answer(Call call, TagStore store) {
    return switch (call.action()) {
      case LIST_TAG_RESOURCES -> list(call, store);
      case TAG_RESOURCES -> tag(call, store);
      case UNTAG_RESOURCES -> untag(call, store);
    };
  }

  /** Writes an answer to {@code action} into {@code out}. */
  public void write(Answer answer, Action action, Format format, OutputStream out)
      throws IOException {
    try (Document document = Document.open(format, action.responseName(), out)) {
      answer.write(module, document);
    }
  }

  private CompletionStage<ListAnswer> list(Call call, TagStore store) {
    RequestReader reader = reader(call);
    String type = reader.resourceType();
    List<String> ids = reader.resourceIds();
    Collection<NumberedList.Member> tags = reader.tags();
    reader.require(!ids.isEmpty() || !tags.isEmpty(), BrokenRule.NO_RESOURCE_IDS_NOR_TAGS);
    reader.checkResourceIds(ids);
    List<TagFilter> filters = reader.filters(tags);
    PageLimit limit = limit(call, reader);

    Partition partition = partition(call, type);
    String token = reader.nextToken();
    Cursor after = token == null ? null : new PageTokens(partition, ids, filters).decode(token);
    reader.require(token == null || after != null, BrokenRule.BAD_NEXT_TOKEN);

    return store
        .list(partition, new TagQuery(ids, filters, limit, after))
        .handle(
            (page, failure) -> {
              if (failure != null) {
                throw failed(failure);
              }
              Cursor next = page.next();
              return new ListAnswer(
                  call.request().requestId(),
                  type,
                  limit.max(),
                  page,
                  next == null ? null : new PageTokens(partition, ids, filters).encode(next));
            });
  }

  /** A cursor of another store is a token that this gateway never issued. */
  private RuntimeException failed(Throwable failure) {
    return Failures.cause(failure) instanceof ForeignCursorException
        ? new ApiException(module.error(BrokenRule.BAD_NEXT_TOKEN))
        : new CompletionException(failure);
  }

  private CompletionStage<ChangeAnswer> tag(Call call, TagStore store) {
    RequestReader reader = reader(call);
    String type = reader.resourceType();
    List<String> ids = reader.resourceIds();
    Collection<NumberedList.Member> tags = reader.tags();
    reader.require(!ids.isEmpty(), BrokenRule.NO_RESOURCE_IDS);
    reader.require(!tags.isEmpty(), BrokenRule.NO_TAGS);
    reader.checkResourceIds(ids);
    return change(call, type, new TagChange.Put(ids, reader.newTags(tags)), store);
  }

  private CompletionStage<ChangeAnswer> untag(Call call, TagStore store) {
    RequestReader reader = reader(call);
    String type = reader.resourceType();
    List<String> ids = reader.resourceIds();
    Collection<NumberedList.Member> members = reader.tagKeys();
    reader.require(!ids.isEmpty(), BrokenRule.NO_RESOURCE_IDS);
    reader.checkResourceIds(ids);
    List<String> keys = reader.keys(members);
    TagChange change;
    if (!keys.isEmpty()) {
      change = new TagChange.Remove(ids, keys);
    } else if (reader.all()) {
      change = new TagChange.RemoveAll(ids);
    } else {
      change = new TagChange.Nothing(ids);
    }
    return change(call, type, change, store);
  }

  private CompletionStage<ChangeAnswer> change(
      Call call, String type, TagChange change, TagStore store) {
    return store
        .change(partition(call, type), change, changeRules)
        .thenApply(
            result ->
                switch (result) {
                  case APPLIED -> new ChangeAnswer(call.request().requestId());
                  case TOO_MANY_TAGS ->
                      throw new ApiException(module.error(BrokenRule.TOO_MANY_TAGS_ON_RESOURCE));
                  case RESOURCE_NOT_FOUND -> throw new ApiException(module.resourceNotFound(type));
                });
  }

  private RequestReader reader(Call call) {
    return new RequestReader(module, call.request().parameters());
  }

  private PageLimit limit(Call call, RequestReader reader) {
    Paging paging = module.rules().paging();
    int size =
        switch (paging.unit()) {
          case ROWS -> reader.maxResults(paging);
          case RESOURCES -> settings.pageSize() > 0 ? settings.pageSize() : paging.defaultSize();
        };
    return new PageLimit(Math.min(size, call.maxPage()), paging.unit());
  }

  private Partition partition(Call call, String type) {
    return new Partition(call.account(), module.product().code(), call.region(), type);
  }
}
