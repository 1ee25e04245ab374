package io.tagginggateway.app.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.fault.Phase;
import io.tagginggateway.app.rpc.Exchange;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spoils answers on their way out. Lives on one event loop, and never blocks it. */
final class ConnectionFaults {
  private final Vertx vertx;
  private final RpcHandler rpc;
  private final PendingRequestLimit pending;

  /** What is to happen when a timer ends; one for each request that waits at most. */
  private final Map<Long, Runnable> delays = new HashMap<>();

  private boolean ended;

  ConnectionFaults(Vertx vertx, RpcHandler rpc, PendingRequestLimit pending) {
    this.vertx = vertx;
    this.rpc = rpc;
    this.pending = pending;
  }

  void spoil(HttpServerRequest request, Exchange exchange, FaultRule rule) {
    Fault fault = rule.fault();
    boolean before = rule.phase() == Phase.BEFORE;
    if (fault instanceof Fault.Delay delay) {
      delay(request, exchange, delay.millis(), before);
    } else if (fault instanceof Fault.Truncate truncate) {
      truncate(request, exchange, truncate.bytes());
    } else if (fault instanceof Fault.Html html) {
      takeEffect(exchange, before);
      rpc.replaced(exchange, html.status());
      LoadBalancerPage.send(request.response(), html.status());
    } else if (fault instanceof Fault.Reset) {
      takeEffect(exchange, before);
      rpc.replaced(exchange, 0);
      reset(request);
    } else {
      rpc.send(request.response(), exchange, rpc.answer(exchange));
    }
  }

  /** Nobody is left waiting for a timer that a stop would outrun, nor made to wait. */
  void endDelays() {
    ended = true;
    List.copyOf(delays.keySet()).forEach(this::end);
  }

  /** A client that gives up ends its delay: what it asked still happens, as with a slow server. */
  private void delay(HttpServerRequest request, Exchange exchange, int millis, boolean before) {
    PendingRequestLimit.Place place = pending.enter();
    if (place == null) {
      rpc.refuse(request, RpcHandler.OVERLOADED);
      return;
    }
    HttpServerResponse response = request.response();
    Buffer early = before ? null : rpc.answer(exchange);
    Runnable rest =
        () -> {
          place.leave();
          rpc.send(response, exchange, early == null ? rpc.answer(exchange) : early);
        };
    if (millis == 0 || ended) {
      rest.run();
      return;
    }
    long timer = vertx.setTimer(millis, this::end);
    delays.put(timer, rest);
    response.closeHandler(closed -> end(timer));
  }

  private void end(long timer) {
    Runnable rest = delays.remove(timer);
    if (rest != null) {
      vertx.cancelTimer(timer);
      rest.run();
    }
  }

  private void takeEffect(Exchange exchange, boolean before) {
    if (!before) {
      rpc.answer(exchange);
    }
  }

  /** At least one byte is missing, or nothing would be spoiled. */
  private void truncate(HttpServerRequest request, Exchange exchange, int bytes) {
    Buffer body = rpc.answer(exchange);
    int sent = Math.min(bytes, body.length() - 1);
    rpc.finished(exchange);
    HttpServerResponse response = rpc.head(request.response(), exchange);
    response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
    response
        .write(body.slice(0, sent))
        .onComplete(
            written -> {
              if (request.version() == HttpVersion.HTTP_2) {
                response.reset();
              } else {
                request.connection().close();
              }
            });
  }

  /** Without lingering, a close is a reset; with HTTP/2 it ends every stream of the connection. */
  private static void reset(HttpServerRequest request) {
    if (request.connection() instanceof ConnectionBase connection) {
      connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      ChannelFuture unused = connection.channel().close();
    } else {
      request.connection().close();
    }
  }
}
