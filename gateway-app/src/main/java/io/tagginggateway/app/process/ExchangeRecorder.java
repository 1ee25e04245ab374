package io.tagginggateway.app.process;

import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.metrics.RequestMetrics;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.ExchangeObserver;
import io.vertx.core.buffer.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is kept of a request: journal, metrics, and a line of the log for who wants one. */
final class ExchangeRecorder implements ExchangeObserver {
  private static final Logger LOG = LoggerFactory.getLogger("io.tagginggateway.request");

  private final Journal journal;
  private final RequestMetrics metrics;

  ExchangeRecorder(Journal journal, RequestMetrics metrics) {
    this.journal = journal;
    this.metrics = metrics;
  }

  @Override
  public void finished(Exchange exchange, Buffer sent) {
    journal.add(exchange, sent);
    metrics.finished(exchange);
    if (LOG.isDebugEnabled()) {
      log(exchange);
    }
  }

  private static void log(Exchange exchange) {
    String action = exchange.operation() == null ? "-" : exchange.operation().name();
    String product = exchange.product() == null ? "-" : exchange.product();
    String code = exchange.code() == null ? "OK" : exchange.code();
    long micros = exchange.micros();
    LOG.atDebug()
        .addKeyValue("requestId", exchange.requestId())
        .addKeyValue("product", product)
        .addKeyValue("action", action)
        .addKeyValue("code", code)
        .addKeyValue("micros", micros)
        .log("{} {} {} {} {} us", exchange.requestId(), product, action, code, micros);
  }
}
