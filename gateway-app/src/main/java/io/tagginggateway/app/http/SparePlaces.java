package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The places of connections beyond the bound. A health probe is answered there, so that callers who
 * hold every connection they may cannot make the gateway look dead; everything else is refused.
 * Each has one request. Every listener has some of its own: see {@link ListenerPlaces}.
 * Thread-safe.
 */
final class SparePlaces {
  static final ApiError NO_PLACE =
      GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
          "The gateway has as many connections open as it may.");

  private static final String HEALTH = "/_gateway/health/";

  private static final AttributeKey<ListenerPlaces> OF_LISTENER =
      AttributeKey.valueOf("tagging-gateway-spare-places");

  private static final AttributeKey<SparePlace> PLACE =
      AttributeKey.valueOf("tagging-gateway-spare-place");

  private final AtomicInteger taken = new AtomicInteger();

  /** Gives a connection a place. Called on its listener's event loop, before it has its own. */
  void take(Channel channel) {
    Channel listener = channel.parent();
    ListenerPlaces places = listener.attr(OF_LISTENER).get();
    if (places == null) {
      places = new ListenerPlaces(listener);
      listener.attr(OF_LISTENER).set(places);
    }
    SparePlace place = new SparePlace(channel);
    channel.attr(PLACE).set(place);
    taken.incrementAndGet();
    channel.closeFuture().addListener(closed -> taken.decrementAndGet());
    places.take(place);
  }

  /** Called on a connection's event loop, before its first request and after its handshake. */
  static void opened(Channel channel) {
    SparePlace place = channel.attr(PLACE).get();
    if (place != null) {
      place.opened();
    }
  }

  /** The place that a request came on, or null. Costs nothing while all are free. */
  private @Nullable SparePlace of(HttpServerRequest request) {
    return taken.get() > 0 && request.connection() instanceof ConnectionBase connection
        ? connection.channel().attr(PLACE).get()
        : null;
  }

  /** Lets all requests in but those on a spare place that are no probes: these are refused. */
  Handler<HttpServerRequest> gate(
      Handler<HttpServerRequest> inside, Handler<HttpServerRequest> refuse) {
    return request -> {
      SparePlace place = of(request);
      if (place == null) {
        inside.handle(request);
      } else if (isProbe(request)) {
        place.probing();
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
