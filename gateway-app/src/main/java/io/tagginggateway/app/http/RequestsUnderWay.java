package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Counts the requests of one connection that are not answered, so that a stop can end it between
 * two. Vert.x's own shutdown drops what was pipelined and closes connections whose first request is
 * on its way. Lives on the connection's event loop.
 */
final class RequestsUnderWay extends ChannelDuplexHandler {
  static final String NAME = "requestsUnderWay";

  private int waiting;
  private boolean asked;
  private boolean tunnel;
  private boolean ending;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof DefaultHttpRequest request) {
      asked = true;
      waiting++;
      tunnel = request.method().equals(HttpMethod.CONNECT);
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean ends = message instanceof LastHttpContent && !isInformational(message);
    if (ends) {
      waiting--;
    }
    ChannelFuture unused =
        context.write(message, ending && !tunnel ? last(message, promise, ends) : promise);
  }

  private static boolean isInformational(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  private static ChannelPromise last(Object message, ChannelPromise promise, boolean ends) {
    if (message instanceof HttpResponse response && !isInformational(message)) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    ChannelPromise written = promise.unvoid();
    if (ends) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
    return written;
  }

  /**
   * Ends the connection if that loses nothing; to be called from time to time until it is closed.
   * The first call that finds everything answered makes the next answer the last; the following
   * call closes a connection that got no such request meanwhile. One that was never asked anything
   * is left to its first request.
   */
  void end(Channel channel) {
    if (tunnel || waiting > 0 || !isDrained(channel)) {
      return;
    }
    if (!ending) {
      ending = true;
    } else if (asked) {
      ChannelFuture unused = channel.close();
    }
  }

  /** Whether the last read, if there was one, took all that the system held. */
  private boolean isDrained(Channel channel) {
    var reads = channel.unsafe().recvBufAllocHandle();
    boolean took = !asked || reads.lastBytesRead() < reads.attemptedBytesRead();
    return took && channel.config().isAutoRead();
  }
}
