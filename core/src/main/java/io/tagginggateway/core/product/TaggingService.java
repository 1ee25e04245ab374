package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.state.State;
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
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operations of one product: its rules, the shared matcher, its envelope. Called from
 * any thread.
 */
public final class TaggingService {
  /** The rule of a request that names no region where it must. */
  public static final String NO_REGION = "no-region";

  /** The rule of a change that the store has no room for. */
  public static final String STORE_IS_FULL = "store-is-full";

  private final ProductEntry entry;
  private final ServiceSettings settings;
  private final Surroundings surroundings;

  /** A service for a product, which is read when it is first asked, with what the user set. */
  public TaggingService(ProductEntry entry, ServiceSettings settings) {
    this(entry, settings, Surroundings.of(entry));
  }

  /** The same with what it can tell of other products. */
  public TaggingService(ProductEntry entry, ServiceSettings settings, Surroundings surroundings) {
    this.entry = entry;
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /** The product it answers for. */
  public ProductEntry entry() {
    return entry;
  }

  /** The product it answers for, read. */
  public Product product() {
    return entry.product();
  }

  /**
   * The region that a request works in: its RegionId, else that of the host, else the default.
   *
   * @param operation what is asked
   * @param hostRegion the region in the host's name, or null
   * @param defaultRegion the configured region
   * @throws ApiException if the product wants a RegionId and there is none
   */
  public String region(
      RpcRequest request, Operation operation, @Nullable String hostRegion, String defaultRegion) {
    String sent = operation.region(request);
    if (sent == null || sent.isEmpty()) {
      ApiError missing = operation.missingRegion(product().region());
      if (missing != null) {
        throw new ApiException(missing, NO_REGION);
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
  public CompletionStage<? extends Answer> answer(Call call, State state) {
    return call.operation().as(new Families(call, state));
  }

  /** Which service answers which family. */
  private final class Families implements Operation.Cases<CompletionStage<? extends Answer>> {
    private final Call call;
    private final State state;

    Families(Call call, State state) {
      this.call = call;
      this.state = state;
    }

    @Override
    public CompletionStage<? extends Answer> tags(TagOperation operation) {
      return answer(call, operation, state.tags());
    }

    @Override
    public CompletionStage<? extends Answer> identity(IdentityOperation operation) {
      return new IdentityService(surroundings).answer(call, operation, state);
    }

    @Override
    public CompletionStage<? extends Answer> resource(ResourceOperation operation) {
      return new ResourceService(product(), surroundings.clock()).answer(call, operation, state);
    }

    @Override
    public CompletionStage<? extends Answer> view(ViewOperation operation) {
      return new ViewService(surroundings.products(), settings)
          .answer(call, operation, state.tags());
    }
  }

  private CompletionStage<? extends Answer> answer(
      Call call, TagOperation operation, TagStore store) {
    return switch (operation.kind()) {
      case LIST -> list(call, operation, store);
      case TAG -> tag(call, operation, store);
      case UNTAG -> untag(call, operation, store);
    };
  }

  /** Writes an answer into {@code out}. */
  public static void write(Answer answer, Format format, OutputStream out) throws IOException {
    String root = format == Format.XML ? answer.call().operation().responseName() : "";
    try (Document document = Document.open(format, root, out)) {
      answer.write(document);
    }
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
    PageLimit limit = limit(call, operation, reader.pageSize());
    int number = reader.page();

    Partition partition = partition(call, type);
    String token = reader.nextToken();
    Cursor after = token == null ? null : new PageTokens(partition, ids, filters).decode(token);
    reader.require(token == null || after != null, Situation.BAD_NEXT_TOKEN, token);

    String typeInAnswer = family.types().inAnswers(type);
    CompletionStage<ListAnswer> answer =
        store
            .list(partition, new TagQuery(ids, filters, NumberedPages.upTo(number, limit), after))
            .handle(
                (page, failure) -> {
                  if (failure != null) {
                    throw failed(failure, operation, token);
                  }
                  Cursor next = page.next();
                  String nextToken =
                      next == null ? null : new PageTokens(partition, ids, filters).encode(next);
                  Page shown = number == 1 ? page : NumberedPages.cut(number, limit, page);
                  return new ListAnswer(
                      call, family, typeInAnswer, limit.max(), shown, nextToken, 0);
                });
    return family.envelope().countsTotal()
        ? answer.thenCompose(page -> withTotal(page, partition, ids, filters, store))
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
        .change(partition(call, type), change, rules)
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
                              ? STORE_IS_FULL
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

  private Partition partition(Call call, String type) {
    return new Partition(call.account(), entry.head().code(), call.region(), type);
  }
}
