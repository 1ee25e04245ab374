package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.benchmarks.data.Stores;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The worst that two filters can ask: each is met by every other resource, in turn, and both by
 * none, so that an intersection finds nothing to stop at. Two filters remember it; with a third
 * one, which here decides nothing, everything is looked at each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set by JMH
public class EmptyMeetingBenchmark {
  @Param({"10000", "1000000"})
  int resources;

  private MemoryTagStore store;
  private TagQuery two;
  private TagQuery three;

  @Setup
  public void fill() {
    store = new MemoryTagStore();
    Tag even = new Tag("half", "even");
    Tag odd = new Tag("other-half", "odd");
    for (int number = 0; number < resources; number++) {
      List<Tag> tags = List.of(number % 2 == 0 ? even : odd);
      store
          .put(
              SampleData.PARTITION,
              List.of(new StoredResource(SampleData.id(number), tags, List.of(), false)))
          .join();
    }
    two = Stores.byFiltersThatNeverMeet();
    List<TagFilter> filters = new ArrayList<>(two.filters());
    filters.add(new TagFilter("half", null));
    three = new TagQuery(List.of(), filters, two.limit(), null);
  }

  @Benchmark
  public Page emptyPage() {
    return store.list(SampleData.PARTITION, two).join();
  }

  @Benchmark
  public Page emptyPageOfThreeFilters() {
    return store.list(SampleData.PARTITION, three).join();
  }
}
