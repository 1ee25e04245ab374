package io.tagginggateway.app.admin;

import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.tag.StoreUnavailableException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is sent while it is written, by a thread that waits for the caller to take it: one
 * chunk is on its way and one being filled, however long the answer is.
 */
final class StreamedAnswer extends OutputStream {
  private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);
  private static final int CHUNK = 32 * 1024;

  private final Context context;
  private final HttpServerResponse response;
  private Buffer chunk = Buffer.buffer(CHUNK);
  private Future<Void> underWay = Future.succeededFuture();

  /** Writes a document. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private StreamedAnswer(Context context, HttpServerResponse response) {
    this.context = context;
    this.response = response;
  }

  /** Sends a JSON document of any length. */
  static void json(WorkerExecutor workers, RoutingContext routing, Content content) {
    send(workers, routing, "application/json", content);
  }

  /** Sends a document of any length. */
  static void send(
      WorkerExecutor workers, RoutingContext routing, String contentType, Content content) {
    HttpServerResponse response = routing.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType).setChunked(true);
    StreamedAnswer answer = new StreamedAnswer(routing.vertx().getOrCreateContext(), response);
    workers
        .executeBlocking(
            () -> {
              content.write(answer);
              answer.flush();
              return answer;
            },
            false)
        .onSuccess(written -> response.end())
        .onFailure(problem -> failed(routing, problem));
  }

  /** A caller who is gone is told nothing; what else went wrong is logged, and cut off visibly. */
  private static void failed(RoutingContext routing, Throwable problem) {
    HttpServerResponse response = routing.response();
    if (!response.headWritten() && Failures.cause(problem) instanceof StoreUnavailableException) {
      response.setChunked(false);
      AdminStages.failed(routing, problem);
      return;
    }
    if (!(problem instanceof CallerIsGone)) {
      LOG.error("{} {} failed", routing.request().method(), routing.request().path(), problem);
      if (!response.headWritten()) {
        response.setChunked(false);
        new Problem(500, "The request cannot be answered.").send(response);
        return;
      }
    }
    routing.request().connection().close();
  }

  @Override
  public void write(int b) throws IOException {
    chunk.appendByte((byte) b);
    sendIfFull();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    chunk.appendBytes(bytes, offset, length);
    sendIfFull();
  }

  @Override
  public void flush() throws IOException {
    send();
    await(underWay);
  }

  private void sendIfFull() throws IOException {
    if (chunk.length() >= CHUNK) {
      send();
    }
  }

  private void send() throws IOException {
    await(underWay);
    Buffer full = chunk;
    Promise<Void> sent = Promise.promise();
    context.runOnContext(now -> response.write(full).onComplete(sent));
    underWay = sent.future();
    chunk = Buffer.buffer(CHUNK);
  }

  private static void await(Future<Void> future) throws IOException {
    try {
      future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new CallerIsGone(e.getCause());
    }
  }
}
