package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.Action;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An answer of ten rows, in both formats and both envelopes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set by JMH
public class WriterBenchmark {
  @Param({"VpcIpam", "CloudAPI"})
  String product;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
  private TaggingService service;
  private ListAnswer answer;

  @Setup
  public void prepare() {
    ProductModule module =
        ServiceLoader.load(ProductModule.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.product().code().equals(product))
            .findFirst()
            .orElseThrow();
    service = new TaggingService(module, ServiceSettings.DEFAULT);
    Page page =
        new Page(List.of(new TaggedResource(SampleData.id(7), SampleData.tags(7, true))), null);
    answer =
        new ListAnswer(
            "4C467B38-3910-447D-87BC-AC049166F216",
            module.rules().resourceTypes().get(0),
            module.rules().paging().defaultSize(),
            page,
            null);
  }

  @Benchmark
  public int json() throws IOException {
    return write(Format.JSON);
  }

  @Benchmark
  public int xml() throws IOException {
    return write(Format.XML);
  }

  private int write(Format format) throws IOException {
    out.reset();
    service.write(answer, Action.LIST_TAG_RESOURCES, format, out);
    return out.size();
  }
}
