package io.tagginggateway.app.rpc;

import io.tagginggateway.core.request.RpcRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request that has come in whole. Immutable.
 *
 * @param request what it says
 * @param client where it came from, or null if that is not known
 * @param startedNanos when the gateway had it, by {@link System#nanoTime}
 */
record Arrival(RpcRequest request, @Nullable SocketAddress client, long startedNanos) {

  /** The same with what the operation found in the request besides. */
  Arrival read(RpcRequest whole) {
    return new Arrival(whole, client, startedNanos);
  }

  String requestId() {
    return request.requestId();
  }

  /** How long it has been in the gateway, in microseconds. */
  long micros(long now) {
    return (now - startedNanos) / 1000;
  }
}
