package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.product.ResourceOperation.Listing;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.core.tag.TaggedResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One list of resources: filtered by ids, attributes and tags, and cut into pages. */
final class ResourceListing {
  private final Call call;
  private final ResourceOperation operation;
  private final Listing listing;
  private final ResourceRequest request;
  private final State state;
  private final Partition partition;

  ResourceListing(Call call, ResourceOperation operation, ResourceRequest request, State state) {
    this.call = call;
    this.operation = operation;
    this.listing = Objects.requireNonNull(operation.listing());
    this.request = request;
    this.state = state;
    this.partition = request.partition(operation.family().type());
  }

  /** The page that was asked for. */
  CompletionStage<Answer> answer() {
    int size = Math.min(size(), call.maxPage());
    List<String> ids = ids();
    List<TagFilter> filters = filters();
    return tagged(filters)
        .thenCombine(
            state.resources().list(partition), (tagged, all) -> matching(all, ids, tagged, filters))
        .thenCompose(matching -> page(matching, size));
  }

  private List<String> ids() {
    if (listing.oneId()) {
      String id = request.parameter(listing.ids());
      return id.isEmpty() ? List.of() : List.of(id);
    }
    return NumberedList.values(call.request().parameters(), listing.ids());
  }

  private List<TagFilter> filters() {
    TagOperation list =
        new TagOperation(operation.name(), TagOperation.Kind.LIST, operation.family().tags());
    RequestReader reader = new RequestReader(list, call.request().parameters());
    Collection<NumberedList.Member> members = reader.tags();
    return reader.filters(members);
  }

  /** The ids of the resources that have all the tags. */
  private CompletionStage<Set<String>> tagged(List<TagFilter> filters) {
    if (filters.isEmpty()) {
      return CompletableFuture.completedFuture(Set.of());
    }
    PageLimit everything = new PageLimit(Integer.MAX_VALUE, PageLimit.Unit.RESOURCES);
    return state
        .tags()
        .list(partition, new TagQuery(List.of(), filters, everything, null))
        .thenApply(
            page -> {
              Set<String> found = new HashSet<>();
              for (TaggedResource resource : page.resources()) {
                found.add(resource.id());
              }
              return found;
            });
  }

  private List<ResourceRecord> matching(
      List<ResourceRecord> all, List<String> ids, Set<String> tagged, List<TagFilter> filters) {
    List<ResourceRecord> matching = new ArrayList<>();
    for (ResourceRecord record : all) {
      if ((ids.isEmpty() || ids.contains(record.id()))
          && (filters.isEmpty() || tagged.contains(record.id()))
          && hasAttributes(record)) {
        matching.add(record);
      }
    }
    return matching;
  }

  private boolean hasAttributes(ResourceRecord record) {
    for (String name : listing.filters()) {
      String wanted = request.parameter(name);
      if (!wanted.isEmpty() && !record.attribute(name).equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private CompletionStage<Answer> page(List<ResourceRecord> matching, int size) {
    int number = listing.page() == null ? 1 : number();
    long start = listing.page() == null ? afterToken(matching) : (long) (number - 1) * size;
    int from = (int) Math.min(start, matching.size());
    int to = (int) Math.min((long) from + size, matching.size());
    String next = to < matching.size() && to > 0 ? token(matching.get(to - 1).id()) : "";
    CompletionStage<List<ResourcePage.Row>> rows =
        CompletableFuture.completedFuture(new ArrayList<>());
    for (ResourceRecord record : matching.subList(from, to)) {
      rows =
          rows.thenCombine(
              row(partition, record, state),
              (list, row) -> {
                list.add(row);
                return list;
              });
    }
    return rows.thenApply(
        list ->
            new ResourcePage(call, operation.answer(), list, matching.size(), size, number, next));
  }

  /** A resource with the tags that it has now. */
  static CompletionStage<ResourcePage.Row> row(
      Partition partition, ResourceRecord record, State state) {
    return state
        .tags()
        .find(partition, record.id())
        .thenApply(
            stored -> {
              List<Tag> tags = new ArrayList<>(stored.map(StoredResource::tags).orElse(List.of()));
              tags.sort(Comparator.comparing(Tag::key));
              return new ResourcePage.Row(record, tags);
            });
  }

  private int size() {
    String sent = request.parameter(listing.pageSize());
    if (sent.isEmpty()) {
      return listing.defaultSize();
    }
    int size = Texts.wholeNumber(sent);
    require(size >= 1 && size <= listing.maxSize(), sent);
    return size;
  }

  private int number() {
    String sent = request.parameter(Objects.requireNonNull(listing.page()));
    int number = sent.isEmpty() ? 1 : Texts.wholeNumber(sent);
    require(number >= 1, sent);
    return number;
  }

  /** The token names the last resource of the page before. */
  private int afterToken(List<ResourceRecord> matching) {
    String sent = listing.token() == null ? "" : request.parameter(listing.token());
    if (sent.isEmpty()) {
      return 0;
    }
    for (int i = 0; i < matching.size(); i++) {
      if (token(matching.get(i).id()).equals(sent)) {
        return i + 1;
      }
    }
    throw new ApiException(operation.family().error("bad-page").quoting(sent), "bad-page");
  }

  private static String token(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("1:" + id).getBytes(StandardCharsets.UTF_8));
  }

  private void require(boolean holds, String sent) {
    if (!holds) {
      throw new ApiException(operation.family().error("bad-page").quoting(sent), "bad-page");
    }
  }
}
