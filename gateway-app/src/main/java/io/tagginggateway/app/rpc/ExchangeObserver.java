package io.tagginggateway.app.rpc;

/** Somebody who keeps records of requests. Called on event loops: must not block. */
@FunctionalInterface
public interface ExchangeObserver {

  /** An exchange whose answer, or what takes its place, is about to be sent. */
  void finished(Exchange exchange);
}
