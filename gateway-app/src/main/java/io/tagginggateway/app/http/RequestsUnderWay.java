package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * Sees the requests and answers of one connection, behind the HTTP codec, and tells the {@link
 * RequestIntake} and the {@link IdleLimit}. It lets a stop end the connection between two requests:
 * Vert.x's own shutdown drops what was pipelined and closes connections whose first request is on
 * its way. Lives on the connection's event loop.
 */
final class RequestsUnderWay extends ChannelDuplexHandler {
  static final String NAME = "requestsUnderWay";

  private final IdleLimit idle;
  private final RequestIntake intake;
  private boolean asked;
  private boolean ending;
  private boolean expects;

  /**
   * What ended an answer before. To ask an object for one interface and then for another writes to
   * its class each time, for which the event loops then wait (JDK-8180450).
   */
  private @Nullable Class<?> lastOfAnswers;

  RequestsUnderWay(IdleLimit idle, RequestIntake intake) {
    this.idle = idle;
    this.intake = intake;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    idle.read();
    if (message instanceof DefaultHttpRequest request) {
      asked = true;
      if (request.headers().contains(HttpHeaderNames.EXPECT)) {
        expects = true;
        lastOfAnswers = null;
      }
      intake.begun(request.method().equals(HttpMethod.CONNECT));
      if (request instanceof DefaultFullHttpRequest) {
        intake.arrived();
      }
    } else if (isLast(message)) {
      intake.arrived();
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    idle.written();
    boolean ends = endsAnswer(message);
    if (ends) {
      intake.answered();
    }
    ChannelFuture unused =
        context.write(
            message, ending && !intake.isTunnel() ? last(message, promise, ends) : promise);
  }

  private static boolean isLast(Object message) {
    return message == LastHttpContent.EMPTY_LAST_CONTENT || message instanceof LastHttpContent;
  }

  private boolean endsAnswer(Object message) {
    if (message.getClass() == lastOfAnswers) {
      return true;
    }
    boolean ends = message instanceof LastHttpContent && !isInformational(message);
    // A client that expects 100 gets it as a whole answer, which ends nothing.
    lastOfAnswers = ends && !expects ? message.getClass() : null;
    return ends;
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

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    idle.watch(context);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    idle.stop();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    idle.stop();
  }

  /**
   * Ends the connection if that loses nothing; to be called from time to time until it is closed.
   * The first call that finds everything answered makes the next answer the last; the following
   * call closes a connection that got no such request meanwhile. One that was never asked anything
   * is left to its first request.
   */
  void end(Channel channel) {
    if (intake.isTunnel() || intake.unanswered() > 0 || !isDrained(channel)) {
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
