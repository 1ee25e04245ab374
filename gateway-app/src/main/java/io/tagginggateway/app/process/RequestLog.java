package io.tagginggateway.app.process;

import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.log.RequestLogging;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.app.text.KnownNames;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Requests as lines of the log, each with its hint. Lines are bounded in rate and written by a
 * thread of their own, which is there while there are lines, so that a terminal that nobody reads
 * holds up no event loop; what is left out is counted and told by the next line. Thread-safe.
 */
final class RequestLog implements AutoCloseable {
  /** Lines in a second. Chosen: a person reads no more, and a disk is not filled. */
  private static final int ERRORS_PER_SECOND = 20;

  private static final int ALL_PER_SECOND = 500;

  /** Lines that wait to be written. */
  private static final int WAITING = 512;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final Logger LOG = LoggerFactory.getLogger("io.tagginggateway.request");

  private final RequestLogging which;
  private final int perSecond;
  private final AtomicLong second = new AtomicLong(System.nanoTime());
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicLong leftOut = new AtomicLong();
  private final ThreadPoolExecutor writer;

  RequestLog(RequestLogging which) {
    this(which, which == RequestLogging.ALL ? ALL_PER_SECOND : ERRORS_PER_SECOND);
  }

  RequestLog(RequestLogging which, int perSecond) {
    this.which = which;
    this.perSecond = perSecond;
    writer =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            RequestLog::thread,
            (line, full) -> leftOut.incrementAndGet());
    writer.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "request-log");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Writes a line, if it is one that is wanted and there is room for it. Never waits.
   *
   * @param now when it ended, by {@link System#nanoTime}
   */
  void add(Exchange exchange, long now) {
    boolean wanted =
        switch (which) {
          case OFF -> false;
          case ERRORS -> exchange.status() >= 400 || exchange.fault() != null;
          case ALL -> true;
        };
    if (!wanted || !LOG.isInfoEnabled()) {
      return;
    }
    if (hasRoom(now)) {
      long micros = exchange.micros(now);
      writer.execute(() -> write(exchange, micros));
    } else {
      leftOut.incrementAndGet();
    }
  }

  private boolean hasRoom(long now) {
    long start = second.get();
    if (now - start >= SECOND && second.compareAndSet(start, now)) {
      lines.set(0);
    }
    return lines.incrementAndGet() <= perSecond;
  }

  /** How many lines were left out and not told yet. */
  long leftOut() {
    return leftOut.get();
  }

  private void write(Exchange exchange, long micros) {
    long before = leftOut.getAndSet(0);
    if (before > 0) {
      LOG.info(
          "{} requests before this one are not logged: more than {} a second", before, perSecond);
    }
    String action = shown(exchange.actionName());
    String product = shown(exchange.product());
    FaultRule fault = exchange.fault();
    String spoiled = fault == null ? "OK" : "fault:" + fault.fault().type().wireName();
    String code = Objects.requireNonNullElse(exchange.code(), spoiled);
    Hint hint = exchange.hint();
    LoggingEventBuilder line =
        LOG.atInfo()
            .addKeyValue("requestId", exchange.requestId())
            .addKeyValue("status", exchange.status())
            .addKeyValue("product", product)
            .addKeyValue("action", action)
            .addKeyValue("code", code)
            .addKeyValue("micros", micros);
    String message = "{} {} {} {} {} {} us";
    if (hint == null) {
      line.log(message, exchange.requestId(), exchange.status(), product, action, code, micros);
    } else {
      line.addKeyValue("hint", hint.text())
          .log(
              message + ": {}",
              exchange.requestId(),
              exchange.status(),
              product,
              action,
              code,
              micros,
              hint.text());
    }
  }

  private static String shown(@Nullable String name) {
    return name == null || name.isEmpty() ? "-" : KnownNames.quoted(name);
  }

  /** Writes what waits, and ends. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
