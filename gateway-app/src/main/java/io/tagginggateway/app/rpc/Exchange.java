package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * One request and what became known of it on its way, up to its answer. Lives on one thread. What
 * was not reached is null.
 */
public final class Exchange {
  final HttpInput input;
  final String requestId = RequestIds.requestId();
  final String host;
  Parameters query = Parameters.EMPTY;
  Parameters parameters = Parameters.EMPTY;
  @Nullable Route route;
  @Nullable Operation operation;
  @Nullable Caller caller;
  @Nullable String region;
  @Nullable Answer answer;
  @Nullable ApiError error;
  Format format = Format.XML;
  @Nullable GatewayState state;
  @Nullable Call call;
  @Nullable FaultRule fault;
  private final long started = System.nanoTime();
  private int sentStatus = -1;

  Exchange(HttpInput input) {
    this.input = input;
    this.host = HostNames.normalize(input.authority());
  }

  /** The id in the answer's body and headers. */
  public String requestId() {
    return requestId;
  }

  /** The id of the trace that a real call would belong to. */
  public String traceId() {
    return RequestIds.traceId();
  }

  /** The format of the answer. */
  public Format format() {
    return format;
  }

  /** The HTTP status of the answer; 0 if none is sent. */
  public int status() {
    return sentStatus >= 0 ? sentStatus : error == null ? 200 : error.status();
  }

  /** The error code of the answer, or null if it succeeded or a fault took its place. */
  public @Nullable String code() {
    return error == null || sentStatus >= 0 ? null : error.code();
  }

  /** Notes that not its answer is sent, but something else with this status, or nothing: 0. */
  public void replaced(int status) {
    sentStatus = status;
  }

  /** The rule that spoils it, or null. */
  public @Nullable FaultRule fault() {
    return fault;
  }

  /** How long it has been in the gateway, in microseconds. */
  public long micros() {
    return (System.nanoTime() - started) / 1000;
  }

  /** The product's code, or null if none was found. */
  public @Nullable String product() {
    return route == null ? null : route.service().entry().head().code();
  }

  /** The action that the request names, whether or not there is one; null if it names none. */
  public @Nullable String actionName() {
    if (operation != null) {
      return operation.name();
    }
    String named = parameters.get("Action");
    return named != null ? named : input.headers().get("x-acs-action");
  }

  /** What was asked, or null if the product has no such operation. */
  public @Nullable Operation operation() {
    return operation;
  }

  /** Who asked, or null if that was not reached. */
  public @Nullable Caller caller() {
    return caller;
  }

  /** The region it works in, or null if that was not reached. */
  public @Nullable String region() {
    return region;
  }

  /** The parameters of query and form. */
  public Parameters parameters() {
    return parameters;
  }

  /** How many rows the answer lists; none when a fault took its place. */
  public int rows() {
    return answer == null || error != null || sentStatus >= 0 ? 0 : answer.rows();
  }
}
