package io.tagginggateway.app.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import io.tagginggateway.app.memory.MemoryBudget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what one connection can make the server hold before a handler sees its request. It stands
 * before the HTTP decoder, and {@link RequestsUnderWay} behind it tells of requests and answers.
 *
 * <ul>
 *   <li>A request that takes too long to arrive ends the connection, however steadily its bytes
 *       drip: an idle time-out never sees such a client.
 *   <li>The bytes of an unfinished header are taken from the budget; if there are none left, the
 *       connection ends.
 *   <li>While a request is not answered, or answers are not taken, nothing more is decoded: what
 *       came already stays bytes, and nothing more is read. A decoded request costs a hundred times
 *       its bytes.
 * </ul>
 *
 * <p>A request that arrives whole and is answered at once, as most are, touches neither budget nor
 * timer. Lives on the connection's event loop.
 */
final class RequestIntake extends ChannelDuplexHandler {
  /** So much is decoded at a time, which bounds how many requests of one read are. */
  static final int SLICE = 4096;

  /** A decoded request with its answer is some twenty objects. An estimate. */
  private static final int REQUEST = 4096;

  private final long readMillis;
  private final MemoryBudget.Share share;
  private final HeldBytes held = new HeldBytes();
  private final HeaderSize header = new HeaderSize();
  private boolean arriving;
  private boolean inBody;
  private boolean tunnel;
  private boolean suspended;
  private boolean ended;
  private int unanswered;
  private @Nullable Future<?> deadline;
  private @Nullable ChannelHandlerContext self;

  private RequestIntake(Duration read, MemoryBudget.Share share) {
    this.readMillis = read.toMillis();
    this.share = share;
  }

  /**
   * Watches a connection from now on, by what comes before the decoder and by what it is told.
   *
   * @param read how long a request may take to arrive; zero for ever
   */
  static RequestIntake watch(Channel channel, Duration read, MemoryBudget budget) {
    RequestIntake intake = new RequestIntake(read, budget.share());
    channel.pipeline().addBefore(StrictRequestDecoder.NAME, "requestIntake", intake);
    return intake;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    self = context;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      context.fireChannelRead(message);
    } else if (!held.isEmpty() || mustHold(context)) {
      held.addLast(bytes);
      holding(context);
    } else {
      feed(context, bytes);
    }
  }

  private boolean mustHold(ChannelHandlerContext context) {
    return !arriving && !tunnel && (unanswered > 0 || !context.channel().isWritable());
  }

  private void feed(ChannelHandlerContext context, ByteBuf bytes) {
    while (bytes.readableBytes() > SLICE && !tunnel) {
      pass(context, bytes.readRetainedSlice(SLICE));
      if (mustHold(context)) {
        held.addFirst(bytes);
        holding(context);
        return;
      }
    }
    pass(context, bytes);
  }

  private void pass(ChannelHandlerContext context, ByteBuf bytes) {
    if (!inBody) {
      header.add(bytes, /* begins= */ !arriving);
    }
    arriving = true;
    context.fireChannelRead(bytes);
  }

  private void holding(ChannelHandlerContext context) {
    if (ended) {
      held.release();
      return;
    }
    suspended = true;
    context.channel().config().setAutoRead(false);
    settle(context);
  }

  /** Vert.x resumes reading when it has nothing left to do, which is not the same as here. */
  @Override
  public void read(ChannelHandlerContext context) {
    if (suspended) {
      context.channel().config().setAutoRead(false);
    } else {
      context.read();
    }
  }

  private void feedHeld(ChannelHandlerContext context) {
    boolean fed = false;
    while (!held.isEmpty() && !mustHold(context)) {
      fed = true;
      feed(context, held.remove());
    }
    if (fed) {
      channelReadComplete(context);
    }
    if (held.isEmpty() && suspended) {
      suspended = false;
      context.channel().config().setAutoRead(true);
    }
  }

  private void feedSoon(ChannelHandlerContext context) {
    if (!held.isEmpty()) {
      context.executor().execute(() -> feedHeld(context));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    feedSoon(context);
    context.fireChannelWritabilityChanged();
  }

  /** Most requests have arrived whole by now, and need neither timer nor budget. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (tunnel && context.pipeline().get(StrictRequestDecoder.NAME) == null) {
      context.pipeline().remove(this);
    } else if (arriving && !tunnel) {
      if (deadline == null && readMillis > 0) {
        deadline =
            context.executor().schedule(() -> close(context), readMillis, TimeUnit.MILLISECONDS);
      }
      settle(context);
    }
    context.fireChannelReadComplete();
  }

  /** Takes from the budget what is held now, or ends the connection. */
  private void settle(ChannelHandlerContext context) {
    if (ended) {
      return;
    }
    long decoding = arriving ? SLICE + header.estimate() : 0;
    long waiting = (long) REQUEST * Math.max(0, unanswered - 1);
    if (!share.resize(decoding + waiting + held.size())) {
      close(context);
    }
  }

  private static void close(ChannelHandlerContext context) {
    ChannelFuture unused = context.close();
  }

  /**
   * The header of a request is whole. It may have begun behind the end of another one: its body
   * must not wait for the other's answer.
   */
  void begun(boolean asksForTunnel) {
    tunnel = asksForTunnel;
    arriving = true;
    inBody = true;
    unanswered++;
    if (unanswered > 1 && self != null) {
      settle(self);
    }
  }

  /** The last byte of a request has come. */
  void arrived() {
    arriving = false;
    inBody = false;
    header.clear();
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  /** A request was given its answer. */
  void answered() {
    unanswered--;
    if (share.size() > 0 && self != null) {
      settle(self);
      feedSoon(self);
    }
  }

  /** How many requests are not answered. */
  int unanswered() {
    return unanswered;
  }

  /** Whether the last request asked for a tunnel. */
  boolean isTunnel() {
    return tunnel;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    release();
    context.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    release();
  }

  private void release() {
    ended = true;
    arrived();
    held.release();
    share.release();
  }
}
