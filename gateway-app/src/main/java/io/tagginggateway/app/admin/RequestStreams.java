package io.tagginggateway.app.admin;

import io.tagginggateway.app.http.StopSignal;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalQuery;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code requests/stream}: the readers of the journal that are there now. Thread-safe. */
final class RequestStreams {
  /** How many readers there may be. Chosen: some browsers and tests, and bounded memory. */
  static final int MAX_READERS = 16;

  private final Journal journal;
  private final StopSignal stopping;
  private final AtomicInteger readers = new AtomicInteger();

  RequestStreams(Journal journal, StopSignal stopping) {
    this.journal = journal;
    this.stopping = stopping;
  }

  /** Answers by the entries that match, from now on. Called on the event loop of the request. */
  void open(RoutingContext context, WorkerExecutor workers, JournalQuery query) {
    if (readers.incrementAndGet() > MAX_READERS) {
      readers.decrementAndGet();
      new Problem(503, "There may be " + MAX_READERS + " readers of the stream at once.")
          .send(context.response());
      return;
    }
    RequestStream stream =
        new RequestStream(context.vertx().getOrCreateContext(), context.response(), workers, query);
    Runnable unread = journal.read(stream::offer);
    Runnable unheard = stopping.onStop(stream::end);
    stream.start(
        () -> {
          unread.run();
          unheard.run();
          readers.decrementAndGet();
        });
  }
}
