package io.tagginggateway.app.process;

import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.ExchangeObserver;
import io.vertx.core.buffer.Buffer;

/** All that is kept of a request: journal, metrics, and a line of the log for who wants one. */
final class ExchangeRecorder implements ExchangeObserver {
  private final Journal journal;
  private final RequestMetrics metrics;
  private final RequestLog log;

  ExchangeRecorder(Journal journal, RequestMetrics metrics, RequestLog log) {
    this.journal = journal;
    this.metrics = metrics;
    this.log = log;
  }

  @Override
  public void finished(Exchange exchange, Buffer sent, long now) {
    journal.add(exchange, sent, now);
    metrics.finished(exchange, now);
    log.add(exchange, now);
  }
}
