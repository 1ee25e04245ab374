package io.tagginggateway.app.rpc;

import io.tagginggateway.core.request.RpcRequest;

/**
 * A request that has come in whole. Immutable.
 *
 * @param request what it says
 * @param startedNanos when the gateway had it, by {@link System#nanoTime}
 */
record Arrival(RpcRequest request, long startedNanos) {

  /** A request under an id of its own, as of now. */
  static Arrival of(HttpInput input) {
    return new Arrival(RequestParser.parse(input, RequestIds.requestId()), System.nanoTime());
  }

  String requestId() {
    return request.requestId();
  }

  /** How long it has been in the gateway, in microseconds. */
  long micros() {
    return (System.nanoTime() - startedNanos) / 1000;
  }
}
