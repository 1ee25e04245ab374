package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places of connections beyond the bound. A health probe is answered there, so that callers who
 * hold every connection they may cannot make the gateway look dead; everything else is refused.
 * Each has one request. When all are taken the one that was taken first makes room, which a probe
 * never sees: it sends its request at once. Thread-safe.
 */
final class SparePlaces {
  /** Chosen: many more than probes that ask at the same time. */
  static final int PLACES = 16;

  private static final int MOST_LEAVING = 4 * PLACES;
  private static final long SILENT_MILLIS = 2_000;

  static final ApiError NO_PLACE =
      GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
          "The gateway has as many connections open as it may.");

  private static final String HEALTH = "/_gateway/health/";

  private final ArrayDeque<Channel> places = new ArrayDeque<>(PLACES);
  private final AtomicInteger leaving = new AtomicInteger();
  private volatile boolean used;

  /**
   * Gives a connection a place until it is closed. Called before it has an event loop.
   *
   * @return false if the event loops do not keep up with closing those that made room
   */
  boolean take(Channel channel) {
    if (leaving.get() >= MOST_LEAVING) {
      return false;
    }
    Channel first = null;
    synchronized (places) {
      if (places.size() == PLACES) {
        first = places.removeFirst();
      }
      places.addLast(channel);
      used = true;
    }
    channel.closeFuture().addListener(closed -> free(channel));
    if (first != null) {
      leaving.incrementAndGet();
      first.close().addListener(closed -> leaving.decrementAndGet());
    }
    return true;
  }

  /** Closes a connection without a request after a while. Called on its event loop. */
  static void endSoon(Channel channel) {
    Future<?> timer =
        channel
            .eventLoop()
            .schedule(
                () -> {
                  ChannelFuture unused = channel.close();
                },
                SILENT_MILLIS,
                TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> timer.cancel(false));
  }

  private void free(Channel channel) {
    synchronized (places) {
      places.remove(channel);
      used = !places.isEmpty();
    }
  }

  /** Whether a request came on one of these. Costs nothing while all are free. */
  private boolean holds(HttpServerRequest request) {
    if (!used || !(request.connection() instanceof ConnectionBase connection)) {
      return false;
    }
    synchronized (places) {
      return places.contains(connection.channel());
    }
  }

  /** Lets all requests in but those on a spare place that are no probes: these are refused. */
  Handler<HttpServerRequest> gate(
      Handler<HttpServerRequest> inside, Handler<HttpServerRequest> refuse) {
    return request -> {
      if (!holds(request)) {
        inside.handle(request);
      } else if (isProbe(request)) {
        endWithAnswer(request);
        inside.handle(request);
      } else {
        refuse.handle(request);
      }
    };
  }

  private static boolean isProbe(HttpServerRequest request) {
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads && request.uri().startsWith(HEALTH);
  }

  /** Ends the connection of a probe with its answer. */
  private static void endWithAnswer(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    request.response().endHandler(ended -> request.connection().close());
  }
}
