package io.tagginggateway.app.admin;

import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One reader of the journal, as server-sent events. Entries wait for the reader in a queue of
 * bounded bytes; when it is full, further ones are lost, and the reader is told how many. Whoever
 * offers an entry never waits. One batch at a time is written as JSON, on a worker, and sent; the
 * next one follows when the client has taken it.
 */
final class RequestStream {
  /** Bytes of entries that may wait for one reader, as estimated. */
  static final int MAX_BYTES = 256 * 1024;

  /** Entries of one batch. */
  private static final int BATCH = 100;

  /** Shorter than proxies and the gateway itself wait for a silent connection. */
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Context context;
  private final HttpServerResponse response;
  private final WorkerExecutor workers;
  private final JournalQuery query;
  private final ArrayDeque<JournalEntry> queue = new ArrayDeque<>();
  private int waiting;
  private long lost;
  private boolean scheduled;

  /** Lives on the event loop, as all below it. */
  private boolean ended;

  private Runnable onEnd = () -> {};
  private long heartbeat;

  RequestStream(
      Context context, HttpServerResponse response, WorkerExecutor workers, JournalQuery query) {
    this.context = context;
    this.response = response;
    this.workers = workers;
    this.query = query;
  }

  /**
   * Begins to answer.
   *
   * @param forget called once, when the stream has ended, whoever ends it
   */
  void start(Runnable forget) {
    onEnd = forget;
    Vertx vertx = context.owner();
    heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, now -> comment("still here"));
    response.exceptionHandler(gone -> ended());
    response.closeHandler(gone -> ended());
    if (response.closed()) {
      ended();
      return;
    }
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
    comment("from now on");
  }

  private void comment(String text) {
    if (!ended && !response.writeQueueFull()) {
      response.write(": " + text + "\n\n").onFailure(gone -> ended());
    }
  }

  /** Takes an entry, or loses it. Called on any thread; never waits. */
  void offer(JournalEntry entry) {
    if (!query.matches(entry)) {
      return;
    }
    synchronized (queue) {
      int size = entry.bytes();
      // What is lost is told where it would have stood, so nothing comes in between.
      if (lost > 0 || waiting + size > MAX_BYTES) {
        lost++;
      } else {
        queue.add(entry);
        waiting += size;
      }
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    context.runOnContext(now -> sendNext());
  }

  private void sendNext() {
    if (ended) {
      return;
    }
    List<JournalEntry> batch = new ArrayList<>();
    long missing = 0;
    synchronized (queue) {
      while (!queue.isEmpty() && batch.size() < BATCH) {
        JournalEntry entry = queue.remove();
        waiting -= entry.bytes();
        batch.add(entry);
      }
      if (queue.isEmpty()) {
        missing = lost;
        lost = 0;
      }
      if (batch.isEmpty() && missing == 0) {
        scheduled = false;
        return;
      }
    }
    long untold = missing;
    workers
        .executeBlocking(() -> events(batch, untold), false)
        .onSuccess(this::send)
        .onFailure(failure -> end());
  }

  /** On the event loop again; a client that is gone ends the stream by its own handler. */
  private void send(Buffer events) {
    if (!ended) {
      response.write(events).onSuccess(sent -> sendNext()).onFailure(gone -> ended());
    }
  }

  private static Buffer events(List<JournalEntry> batch, long missing) throws IOException {
    Buffer events = Buffer.buffer();
    for (JournalEntry entry : batch) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      RequestJson.one(entry, json);
      events.appendString("event: request\ndata: ").appendBytes(json.toByteArray());
      events.appendString("\n\n");
    }
    if (missing > 0) {
      events.appendString("event: lost\ndata: {\"lost\":" + missing + "}\n\n");
    }
    return events;
  }

  /** Ends the answer, so that a stop need not wait for the reader. Called on any thread. */
  void end() {
    context.runOnContext(
        now -> {
          if (!ended) {
            ended();
            response.end();
          }
        });
  }

  private void ended() {
    if (!ended) {
      ended = true;
      context.owner().cancelTimer(heartbeat);
      onEnd.run();
    }
  }
}
