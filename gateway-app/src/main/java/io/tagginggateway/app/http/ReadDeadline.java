package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request takes too long to arrive, however steadily its bytes drip: an
 * idle time-out never sees such a client. It stands before the HTTP decoder, where bytes show that
 * a request has begun, and has a second handler behind it, where the decoder tells that it has
 * ended.
 */
final class ReadDeadline extends ChannelInboundHandlerAdapter {
  /** What Vert.x calls it. */
  private static final String DECODER = "httpDecoder";

  private final Duration most;
  private boolean arriving;
  private @Nullable Future<?> deadline;

  private ReadDeadline(Duration most) {
    this.most = most;
  }

  static void watch(Channel channel, Duration most) {
    ReadDeadline start = new ReadDeadline(most);
    channel.pipeline().addBefore(DECODER, "readDeadline", start);
    channel.pipeline().addAfter(DECODER, "readDeadlineEnd", start.new End());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    arriving = true;
    context.fireChannelRead(message);
  }

  /** Most requests have arrived whole by now, and need no timer. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (arriving && deadline == null) {
      if (context.pipeline().get(DECODER) == null) {
        // It has become a tunnel.
        context.pipeline().remove(this);
      } else {
        deadline =
            context
                .executor()
                .schedule(() -> close(context), most.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    context.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
    context.fireChannelInactive();
  }

  private static void close(ChannelHandlerContext context) {
    ChannelFuture unused = context.close();
  }

  private void end() {
    arriving = false;
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  private final class End extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof LastHttpContent) {
        end();
      }
      context.fireChannelRead(message);
    }
  }
}
