package io.tagginggateway.benchmarks.jmh;

import io.tagginggateway.benchmarks.data.SignedRequests;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.auth.AccessKeys;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.auth.NonceMemory;
import io.tagginggateway.core.auth.StrictAuthenticator;
import io.tagginggateway.core.request.RpcRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Every check of strict mode, the nonce's too, on a request that passes them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set by JMH
public class SignatureBenchmark {
  private static final int REQUESTS = 4096;
  private static final AccessKey KEY =
      new AccessKey("testid", "testsecret", "1234567890123456", null, null, false);
  private static final AccessKeys KEYS = id -> CompletableFuture.completedFuture(Optional.of(KEY));

  private List<RpcRequest> v1;
  private List<RpcRequest> acs3;
  private StrictAuthenticator authenticator;
  private int next;

  @Setup
  public void sign() {
    v1 = SignedRequests.v1(REQUESTS);
    acs3 = SignedRequests.acs3(REQUESTS);
    authenticator = authenticator();
  }

  private static StrictAuthenticator authenticator() {
    return new StrictAuthenticator(
        Clock.fixed(SignedRequests.TIME, ZoneOffset.UTC), new NonceMemory());
  }

  @Benchmark
  public Caller v1() {
    return authenticator.authenticate(v1.get(next()), KEYS).toCompletableFuture().join();
  }

  @Benchmark
  public Caller acs3() {
    return authenticator.authenticate(acs3.get(next()), KEYS).toCompletableFuture().join();
  }

  /** With an empty memory of nonces each time round, so that none is a replay. */
  private int next() {
    next = (next + 1) % REQUESTS;
    if (next == 0) {
      authenticator = authenticator();
    }
    return next;
  }
}
