package io.tagginggateway.app.http;

import io.tagginggateway.app.config.ForwardConfig;
import io.tagginggateway.app.memory.MemoryBudget;
import io.tagginggateway.app.rpc.ForwardedAnswer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to another gateway as they came, and reads its answers, both without the headers
 * that are for one connection only. Lives on one event loop.
 */
final class Forwarder {
  private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);

  /** So many answers at most are in memory at once, for each event loop. Chosen. */
  private static final int CONNECTIONS = 8;

  private static final int WAITING = 256;

  private final Vertx vertx;
  private final URI url;
  private final ForwardConfig settings;
  private final HttpClient client;
  private final SocketAddress server;

  /**
   * One for a gateway.
   *
   * @param url scheme, host and port of it
   */
  Forwarder(Vertx vertx, URI url, ForwardConfig settings) {
    this.vertx = vertx;
    this.url = url;
    this.settings = settings;
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort();
    this.server = SocketAddress.inetSocketAddress(port >= 0 ? port : tls ? 443 : 80, url.getHost());
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setSsl(tls)
                .setConnectTimeout((int) settings.timeout().toMillis()),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
  }

  /**
   * Sends a request, whose body is read; fails if there is no whole answer in time.
   *
   * @param share grows with the answer; whoever gave it takes it back
   */
  Future<ForwardedAnswer> send(HttpServerRequest request, byte[] body, MemoryBudget.Share share) {
    Promise<ForwardedAnswer> answer = Promise.promise();
    RequestOptions options =
        new RequestOptions()
            .setMethod(request.method())
            .setURI(RequestTarget.originForm(request.uri()))
            .setServer(server)
            .setHost(url.getHost())
            .setPort(server.port())
            .setHeaders(headers(request, body));
    long timer =
        vertx.setTimer(
            settings.timeout().toMillis(),
            late -> answer.tryFail(new TimeoutException("it did not answer in time")));
    EventLoops.connectAfterEvents(vertx, () -> client.request(options))
        .compose(
            asked -> {
              answer.future().onFailure(cause -> asked.reset());
              return exchange(asked, body, share);
            })
        .onSuccess(answer::tryComplete)
        .onFailure(cause -> answer.tryFail(cause));
    return answer.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private static MultiMap headers(HttpServerRequest request, byte[] body) {
    MultiMap headers = HopByHop.without(request.headers());
    String authority = RequestTarget.of(request).authority();
    headers.set(HttpHeaders.HOST, authority);
    boolean announced =
        request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    if (announced || body.length > 0) {
      headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
    }
    return headers;
  }

  private Future<ForwardedAnswer> exchange(
      HttpClientRequest asked, byte[] body, MemoryBudget.Share share) {
    return asked
        .send(Buffer.buffer(body))
        .compose(
            response ->
                body(response, share).map(bytes -> answer(asked.getMethod(), response, bytes)));
  }

  private Future<Buffer> body(HttpClientResponse response, MemoryBudget.Share share) {
    Promise<Buffer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.handler(
        chunk -> {
          if (body.length() + chunk.length() > settings.maxAnswer()
              || !share.resize(share.size() + chunk.length())) {
            whole.tryFail(new TooLargeException());
            response.request().reset();
          } else {
            body.appendBuffer(chunk);
          }
        });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body));
    return whole.future();
  }

  /** An answer to HEAD tells the length of a body that it does not have. */
  private static ForwardedAnswer answer(
      HttpMethod method, HttpClientResponse response, Buffer body) {
    MultiMap headers = HopByHop.without(response.headers());
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (method.equals(HttpMethod.HEAD) && length != null) {
      headers.set(HttpHeaders.CONTENT_LENGTH, length);
    }
    return new ForwardedAnswer(response.statusCode(), headers, body);
  }

  /** Why there is no answer, as its client is told. */
  static String reason(Throwable cause) {
    LOG.warn("A request could not be forwarded: {}", cause.toString());
    if (cause instanceof TimeoutException) {
      return "it did not answer in time";
    }
    return cause instanceof TooLargeException
        ? "its answer is larger than forward.max-answer, or than the memory that is left"
        : "it cannot be reached, or broke off";
  }

  private static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Ends what is under way. */
  Future<Void> stop() {
    return client.close();
  }
}
