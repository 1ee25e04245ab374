package io.tagginggateway.app.rpc;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.request.Action;
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
  @Nullable Action action;
  @Nullable Caller caller;
  @Nullable String region;
  @Nullable Answer answer;
  @Nullable ApiError error;
  Format format = Format.XML;

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

  /** The HTTP status of the answer. */
  public int status() {
    return error == null ? 200 : error.status();
  }

  /** The error code of the answer, or null if it succeeded. */
  public @Nullable String code() {
    return error == null ? null : error.code();
  }

  /** The product's code, or null if none was found. */
  public @Nullable String product() {
    return route == null ? null : route.service().module().product().code();
  }

  /** What was asked, or null if no action was found. */
  public @Nullable Action action() {
    return action;
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

  /** How many rows the answer lists. */
  public int rows() {
    return answer == null ? 0 : answer.rows();
  }
}
