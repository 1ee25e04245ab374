package io.tagginggateway.app.rpc;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.RpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * How far a request came through the checks; what it did not reach is null. Immutable.
 *
 * @param arrival the request
 * @param format the format of its answer
 * @param route the product that it is for
 * @param operation what it asks
 * @param caller who asks
 * @param region the region it works in
 */
record Progress(
    Arrival arrival,
    Format format,
    @Nullable Route route,
    @Nullable Operation operation,
    @Nullable Caller caller,
    @Nullable String region) {

  static Progress of(Arrival arrival, @Nullable Route route) {
    Format format = RequestParser.format(arrival.request(), route);
    return new Progress(arrival, format, route, null, null, null);
  }

  Progress asks(Operation what) {
    return new Progress(arrival, format, route, what, caller, region);
  }

  Progress by(Caller who) {
    return new Progress(arrival, format, route, operation, who, region);
  }

  /** The same with all of its parameters, wherever the operation has them. */
  @SuppressWarnings(
      "ReferenceEquality") // most operations find nothing more, and give back the same
  Progress reading(RpcRequest whole) {
    return whole == arrival.request()
        ? this
        : new Progress(arrival.read(whole), format, route, operation, caller, region);
  }

  Progress in(String where) {
    return new Progress(arrival, format, route, operation, caller, where);
  }

  /** The code of the product that it is for, or null. */
  @Nullable String product() {
    return route == null ? null : route.service().entry().head().code();
  }
}
