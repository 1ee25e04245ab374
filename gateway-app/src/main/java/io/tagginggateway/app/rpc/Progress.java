package io.tagginggateway.app.rpc;

import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.RpcRequest;
import java.util.Optional;

/**
 * How far a request came through the checks; what it did not reach is empty. Immutable.
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
    Optional<Route> route,
    Optional<Operation> operation,
    Optional<Caller> caller,
    Optional<String> region) {

  static Progress of(Arrival arrival, Optional<Route> route) {
    return new Progress(
        arrival,
        RequestParser.format(arrival.request(), route),
        route,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Progress asks(Operation what) {
    return new Progress(arrival, format, route, Optional.of(what), caller, region);
  }

  Progress by(Caller who) {
    return new Progress(arrival, format, route, operation, Optional.of(who), region);
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
    return new Progress(arrival, format, route, operation, caller, Optional.of(where));
  }
}
