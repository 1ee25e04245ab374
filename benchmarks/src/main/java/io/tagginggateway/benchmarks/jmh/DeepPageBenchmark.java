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

/** What a page costs far into a list. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set by JMH
public class DeepPageBenchmark {
  @Param("10000000")
  int rows;

  @Param({"1", "10000"})
  int page;

  private MemoryTagStore store;
  private TagQuery query;

  @Setup
  public void fill() {
    store = Stores.ofRows(rows, true);
    query = Stores.byTwoFilters(Stores.startOfPage(store, page));
  }

  @Benchmark
  public Page pageByTwoFilters() {
    return store.list(SampleData.PARTITION, query).join();
  }
}
