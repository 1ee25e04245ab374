package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.benchmarks.data.Stores;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.TagQuery;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a page costs as the store grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set by JMH
public class MatcherBenchmark {
  @Param({"10000", "100000", "1000000", "10000000"})
  int rows;

  private MemoryTagStore store;
  private TagQuery byId;
  private TagQuery byTwoFilters;
  private TagQuery[] byAnyId;
  private int next;

  @Setup
  public void fill() {
    store = Stores.ofRows(rows, true);
    byId = Stores.byId(rows);
    byTwoFilters = Stores.byTwoFilters(null);
    byAnyId = Stores.byAnyId(rows);
  }

  @Benchmark
  public Page pageById() {
    return store.list(SampleData.PARTITION, byId).join();
  }

  /** Nothing of the last page helps the next: it is the memory that is measured, too. */
  @Benchmark
  public Page pageByAnyId() {
    next = (next + 1) % byAnyId.length;
    return store.list(SampleData.PARTITION, byAnyId[next]).join();
  }

  @Benchmark
  public Page pageByTwoFilters() {
    return store.list(SampleData.PARTITION, byTwoFilters).join();
  }
}
