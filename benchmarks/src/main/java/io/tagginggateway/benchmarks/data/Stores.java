package io.tagginggateway.benchmarks.data;

import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.PageLimit;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Stores of sample data, and the queries that are asked of them. */
public final class Stores {
  /** As many as one TagResources call can name. */
  private static final int RESOURCES_PER_CALL = 50;

  private static final int ANY = 50_000;
  private static final PageLimit TEN_ROWS = new PageLimit(10, PageLimit.Unit.ROWS);

  /** One resource in eight has both. */
  private static final List<TagFilter> TWO =
      List.of(new TagFilter("env", "env-1"), new TagFilter("billing", "billing-1"));

  private Stores() {}

  /** A store of this many rows, ten to a resource. */
  public static MemoryTagStore ofRows(int rows, boolean unique) {
    MemoryTagStore store = new MemoryTagStore();
    int resources = rows / SampleData.TAGS;
    List<StoredResource> call = new ArrayList<>(RESOURCES_PER_CALL);
    for (int number = 0; number < resources; number++) {
      call.add(SampleData.resource(number, unique));
      if (call.size() == RESOURCES_PER_CALL || number == resources - 1) {
        store.put(SampleData.PARTITION, call).join();
        call.clear();
      }
    }
    return store;
  }

  /** The rows of one resource in the middle. */
  public static TagQuery byId(int rows) {
    String id = SampleData.id(rows / SampleData.TAGS / 2);
    return new TagQuery(List.of(id), List.of(), TEN_ROWS, null);
  }

  /** The rows of each of some thousand resources, drawn from all. */
  public static TagQuery[] byAnyId(int rows) {
    Random random = new Random(1);
    TagQuery[] queries = new TagQuery[ANY];
    for (int i = 0; i < ANY; i++) {
      String id = SampleData.id(random.nextInt(rows / SampleData.TAGS));
      queries[i] = new TagQuery(List.of(id), List.of(), TEN_ROWS, null);
    }
    return queries;
  }

  /** Ten rows of the resources with two tags, from a place on. */
  public static TagQuery byTwoFilters(@Nullable Cursor after) {
    return new TagQuery(List.of(), TWO, TEN_ROWS, after);
  }

  /** Two filters, each met by many resources, that no resource meets together. */
  public static TagQuery byFiltersThatNeverMeet() {
    List<TagFilter> filters =
        List.of(new TagFilter("half", "even"), new TagFilter("other-half", "odd"));
    return new TagQuery(List.of(), filters, TEN_ROWS, null);
  }

  /** Where page {@code number} of the two filters begins: null for page 1. */
  public static @Nullable Cursor startOfPage(MemoryTagStore store, int number) {
    Cursor cursor = null;
    for (int page = 1; page < number; page++) {
      Page found = store.list(SampleData.PARTITION, byTwoFilters(cursor)).join();
      cursor = found.next();
      if (cursor == null) {
        throw new IllegalStateException("the list ends at page " + page);
      }
    }
    return cursor;
  }
}
