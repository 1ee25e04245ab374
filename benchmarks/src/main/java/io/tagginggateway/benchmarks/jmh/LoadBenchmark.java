package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A store filled from nothing by one thread, in calls as large as TagResources allows: 50 resources
 * that take the same tags. One operation is one row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // set by JMH
public class LoadBenchmark {
  private static final int ROWS = 1_000_000;
  private static final int RESOURCES_PER_CALL = 50;
  private static final ChangeRules RULES = new ChangeRules(20, false);

  @Param({"10", "20"})
  int tags;

  private List<TagChange> calls;
  private MemoryTagStore store;

  @Setup(Level.Invocation)
  public void prepare() {
    store = new MemoryTagStore();
    calls = new ArrayList<>();
    for (int row = 0; row < ROWS; row += tags * RESOURCES_PER_CALL) {
      calls.add(call(calls.size()));
    }
  }

  private TagChange call(int number) {
    List<String> ids = new ArrayList<>(RESOURCES_PER_CALL);
    for (int i = 0; i < RESOURCES_PER_CALL; i++) {
      ids.add(SampleData.id(number * RESOURCES_PER_CALL + i));
    }
    List<Tag> all = new ArrayList<>(tags);
    for (int i = 0; i < tags / SampleData.TAGS; i++) {
      for (Tag tag : SampleData.tags(number, true)) {
        all.add(i == 0 ? tag : new Tag(tag.key() + "-" + i, tag.value()));
      }
    }
    return new TagChange.Put(ids, all);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public MemoryTagStore load() {
    for (TagChange call : calls) {
      if (store.change(SampleData.PARTITION, call, RULES).join() != ChangeResult.APPLIED) {
        throw new IllegalStateException("refused");
      }
    }
    return store;
  }
}
