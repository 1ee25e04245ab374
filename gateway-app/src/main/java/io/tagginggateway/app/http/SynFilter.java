package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.RawUnixChannelOption;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a Linux listener ignore new connections while it goes on accepting those that are there.
 * Closing a listener resets every connection that nobody has accepted yet, and between the last
 * accept and the close there is always time for one more. A client whose SYN is ignored sends it
 * again after a second, and by then is refused.
 *
 * @see <a href="https://docs.kernel.org/networking/filter.html">Linux Socket Filtering</a>
 */
final class SynFilter {
  private static final Logger LOG = LoggerFactory.getLogger(SynFilter.class);

  /** One of the filter's instructions: {@code struct sock_filter}. */
  private record Instruction(int code, int ifTrue, int ifFalse, int operand) {
    static final int BYTES = 8;

    void write(ByteBuffer out) {
      out.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
    }
  }

  private static final int SYN = 0x02;
  private static final int ACK = 0x10;
  private static final int FLAGS_OFFSET = 13;
  private static final int WHOLE_PACKET = -1;

  /** Drops TCP segments with SYN and without ACK: {@code BPF_LD, BPF_ALU, BPF_JMP, BPF_RET}. */
  private static final List<Instruction> PROGRAM =
      List.of(
          new Instruction(0x30, 0, 0, FLAGS_OFFSET),
          new Instruction(0x54, 0, 0, SYN | ACK),
          new Instruction(0x15, 0, 1, SYN),
          new Instruction(0x06, 0, 0, 0),
          new Instruction(0x06, 0, 0, WHOLE_PACKET));

  private static final int SOL_SOCKET = 1;
  private static final int SO_ATTACH_FILTER = 26;

  /** {@code struct sock_fprog}: a length, padding, a pointer. */
  private static final int FPROG_BYTES = 16;

  private static final int POINTER_OFFSET = 8;
  private static final RawUnixChannelOption ATTACH_FILTER =
      new RawUnixChannelOption("SO_ATTACH_FILTER", SOL_SOCKET, SO_ATTACH_FILTER, FPROG_BYTES);

  private SynFilter() {}

  /** Whether the listener ignores new connections from now on; not where it is not epoll's. */
  static boolean attach(Channel listener) {
    if (!listener.getClass().getName().startsWith("io.netty.channel.epoll.")) {
      return false;
    }
    ByteBuffer program = allocate(PROGRAM.size() * Instruction.BYTES);
    PROGRAM.forEach(instruction -> instruction.write(program));
    ByteBuffer fprog = allocate(FPROG_BYTES);
    fprog.putShort(0, (short) PROGRAM.size());
    fprog.putLong(POINTER_OFFSET, Buffer.memoryAddress(program));
    try {
      return listener.config().setOption(ATTACH_FILTER, fprog);
    } catch (ChannelException e) {
      LOG.debug("New connections cannot be ignored before the listener is closed", e);
      return false;
    } finally {
      // The system reads it by its address, which does not keep it.
      Reference.reachabilityFence(program);
    }
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }
}
