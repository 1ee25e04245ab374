package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request and how it ended, for those who keep records and for the head of the answer. Immutable.
 * What the request did not reach is null.
 */
public final class Exchange {
  private final Progress progress;
  private final Outcome outcome;
  private final @Nullable FaultRule fault;
  private final @Nullable Hint hint;

  Exchange(Progress progress, Outcome outcome) {
    this(progress, outcome, null, null);
  }

  private Exchange(
      Progress progress, Outcome outcome, @Nullable FaultRule fault, @Nullable Hint hint) {
    this.progress = progress;
    this.outcome = outcome;
    this.fault = fault;
    this.hint = hint;
  }

  /** The same, spoiled by a rule, which then is why it was answered so. */
  Exchange spoiledBy(FaultRule rule) {
    return new Exchange(progress, outcome, rule, Hint.ofFault(rule.fault().type()));
  }

  /** The same with the reason why it was answered so. */
  Exchange explainedBy(Hint reason) {
    return new Exchange(progress, outcome, fault, reason);
  }

  /** Whether there is something to say about why it was answered so. */
  boolean needsHint() {
    return outcome instanceof Outcome.Failed || listsNothing();
  }

  /** Whether it succeeded as a list without rows. */
  public boolean listsNothing() {
    Operation asked = progress.operation();
    return outcome.rows() == 0 && outcome instanceof Outcome.Done && asked != null && asked.lists();
  }

  /** The rule of the product that it broke, or an empty text. */
  public String rule() {
    return outcome instanceof Outcome.Failed failed ? failed.rule() : "";
  }

  /** The request. */
  public RpcRequest request() {
    return progress.arrival().request();
  }

  /** The product version that it is for, or null if none was found. */
  public @Nullable ProductEntry entry() {
    Route route = progress.route();
    return route == null ? null : route.service().entry();
  }

  /** The region in the name of the host, or null. */
  public @Nullable String hostRegion() {
    Route route = progress.route();
    return route == null ? null : route.region();
  }

  Progress progress() {
    return progress;
  }

  /** The id in the answer's body and headers. */
  public String requestId() {
    return progress.arrival().requestId();
  }

  /** The id of the trace that a real call would belong to. */
  public String traceId() {
    return progress.arrival().request().traceId();
  }

  /** The format of the answer. */
  public Format format() {
    return progress.format();
  }

  /** The HTTP status of the answer; 0 if none is sent. */
  public int status() {
    return outcome.status();
  }

  /** The error code of the answer, or null if it succeeded or a fault took its place. */
  public @Nullable String code() {
    return outcome.code();
  }

  /** How many rows the answer lists; none when a fault took its place. */
  public int rows() {
    return outcome.rows();
  }

  /** The rule that spoils it, or null. */
  public @Nullable FaultRule fault() {
    return fault;
  }

  /** Why it was answered so, and what would work; null where there is nothing to say. */
  public @Nullable Hint hint() {
    return hint;
  }

  /** How long the client is told to wait before it tries again, in milliseconds, or null. */
  public @Nullable Integer retryAfterMillis() {
    return fault != null && fault.fault() instanceof Fault.Failure failure
        ? failure.retryAfterMillis()
        : null;
  }

  /** Whether another gateway answered it. */
  public boolean forwarded() {
    return outcome instanceof Outcome.Forwarded;
  }

  /**
   * How long it has been in the gateway, in microseconds.
   *
   * @param now until when, by {@link System#nanoTime}
   */
  public long micros(long now) {
    return progress.arrival().micros(now);
  }

  /** The product's code, or null if none was found. */
  public @Nullable String product() {
    return progress.product();
  }

  /** What was asked, or null if the product has no such operation. */
  public @Nullable Operation operation() {
    return progress.operation();
  }

  /** The action that the request names, whether or not there is one; null if it names none. */
  public @Nullable String actionName() {
    Operation operation = progress.operation();
    return operation == null ? progress.arrival().request().action() : operation.name();
  }

  /** The HTTP method. */
  public String method() {
    return progress.arrival().request().method();
  }

  /** The path, without the query. */
  public String path() {
    return progress.arrival().request().path();
  }

  /** The name of the host that the client called, lower-case, without port; empty if none. */
  public String host() {
    return progress.arrival().request().host();
  }

  /** Where it came from, or null if that is not known. */
  public @Nullable SocketAddress client() {
    return progress.arrival().client();
  }

  /** What the client says it is, or null. */
  public @Nullable String userAgent() {
    return progress.arrival().request().headers().get("user-agent");
  }

  /** Who asked, or null if that was not reached. */
  public @Nullable Caller caller() {
    return progress.caller();
  }

  /** The region it works in, or null if that was not reached. */
  public @Nullable String region() {
    return progress.region();
  }

  /** The parameters of query and form, and of a JSON body where the operation reads one. */
  public Parameters parameters() {
    return progress.arrival().request().parameters();
  }
}
