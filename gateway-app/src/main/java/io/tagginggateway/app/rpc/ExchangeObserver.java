package io.tagginggateway.app.rpc;

import io.vertx.core.buffer.Buffer;

/** Somebody who keeps records of requests. Called on event loops: must not block. */
@FunctionalInterface
public interface ExchangeObserver {

  /**
   * An exchange whose answer, or what takes its place, is about to be sent.
   *
   * @param sent what is sent as its body; empty if nothing is. Not to be changed or kept.
   * @param now when that is, by {@link System#nanoTime}, which is read once for all
   */
  void finished(Exchange exchange, Buffer sent, long now);
}
