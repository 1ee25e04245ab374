package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.benchmarks.data.SampleData;
import io.tagginggateway.core.document.Documents;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Headers;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
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
  private final Documents documents = new Documents();
  private ListAnswer answer;

  @Setup
  public void prepare() {
    Product of = Objects.requireNonNull(ProductBundle.installed().find(product)).product();
    TagOperation list = Objects.requireNonNull(of.tagOperation(TagOperation.Kind.LIST));
    Page page =
        new Page(List.of(new TaggedResource(SampleData.id(7), SampleData.tags(7, true))), null);
    RpcRequest request =
        new RpcRequest(
            "4C467B38-3910-447D-87BC-AC049166F216",
            "GET",
            "/",
            "localhost",
            Headers.NONE,
            Parameters.EMPTY,
            Parameters.EMPTY,
            new byte[0]);
    Call call = new Call(request, list, "1234567890123456", "cn-hangzhou");
    String type = of.resourceTypes().get(0);
    int size = list.family().paging().defaultSize();
    answer = new ListAnswer(call, list.family(), type, size, page, null, 0);
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
    answer.write(documents, format, out);
    return out.size();
  }
}
