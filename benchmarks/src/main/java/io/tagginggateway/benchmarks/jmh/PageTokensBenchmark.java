package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.core.product.PageTokens;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The token of a page, made and read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PageTokensBenchmark {
  private final Partition partition =
      new Partition("1234567890123456", "VpcIpam", "cn-hangzhou", "IPAM");
  private final List<TagFilter> filters =
      List.of(new TagFilter("env", "env-1"), new TagFilter("billing", "billing-1"));
  private final Cursor cursor = new Cursor("\0\1\2\3\1billing".getBytes(StandardCharsets.UTF_8));
  private final String token = tokens().encode(cursor);

  @Benchmark
  public String encode() {
    return tokens().encode(cursor);
  }

  @Benchmark
  public @Nullable Cursor decode() {
    return tokens().decode(token);
  }

  private PageTokens tokens() {
    return new PageTokens(partition, List.of(), filters);
  }
}
