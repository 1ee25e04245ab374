package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Clients of each kind that go on asking a gateway until it refuses their connections. */
final class StopClients implements AutoCloseable {
  /** How a client uses its connections. */
  enum Kind {
    ONE_REQUEST_EACH,
    /** Connects, and asks when others have been answered meanwhile, or after a while. */
    LATE,
    KEEP_ALIVE,
    PIPELINED,
    TLS,
    TUNNEL;

    private int batch() {
      return this == PIPELINED ? 16 : 1;
    }

    private int batches() {
      return this == KEEP_ALIVE || this == PIPELINED ? Integer.MAX_VALUE : 1;
    }

    private boolean isTls() {
      return this == TLS || this == TUNNEL;
    }
  }

  /** A request that was written whole and not answered, in nanoseconds of the system's timer. */
  record Lost(Kind kind, boolean first, long written, String how) {}

  private static final String HOST = "vpcipam.cn-hangzhou.aliyuncs.com";
  private static final byte[] REQUEST =
      ("GET /?Action=ListTagResources&Version=2023-02-28&RegionId=cn-hangzhou&ResourceType=IPAM"
              + "&ResourceId.1=ipam-uq5dcfc2eqhpf4 HTTP/1.1\r\nHost: "
              + HOST
              + "\r\n\r\n")
          .getBytes(ISO_8859_1);
  private static final byte[] CONNECT =
      ("CONNECT " + HOST + ":443 HTTP/1.1\r\nHost: " + HOST + ":443\r\n\r\n").getBytes(ISO_8859_1);
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)");
  private static final int EACH = 2;
  private static final long NEVER = Long.MAX_VALUE;

  /** A late client lets so many answers go to others, or waits so long where they get none. */
  private static final int ANSWERS_BEFORE = 20;

  private static final int MOST_MILLIS_BEFORE = 150;

  /** How long a connection that asks nothing is looked at. */
  private static final int LOOK_MILLIS = 2;

  private final int port;
  private final int tlsPort;
  private final SSLContext trust;
  private final CountDownLatch busy = new CountDownLatch(Kind.values().length * EACH * 4);
  private final Queue<Lost> lost = new ConcurrentLinkedQueue<>();
  private final Set<CountDownLatch> late = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> running = new ArrayList<>();

  StopClients(int port, int tlsPort, SSLContext trust) {
    this.port = port;
    this.tlsPort = tlsPort;
    this.trust = trust;
  }

  /** Starts the clients, and returns when they are at work. */
  void start() throws InterruptedException {
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < EACH; i++) {
        running.add(threads.submit(() -> askUntilRefused(kind)));
      }
    }
    if (!busy.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Not enough answers; lost so far: " + lost);
    }
  }

  /**
   * Waits until all clients are refused. Gives what was lost though it was a connection's first
   * request, or was written before connections were refused.
   */
  List<Lost> lost() throws Exception {
    long refused = refusedSince();
    for (Future<?> client : running) {
      client.get(30, TimeUnit.SECONDS);
    }
    return lost.stream().filter(each -> each.first() || each.written() < refused).toList();
  }

  /**
   * When connections were certainly not refused for the last time. While the gateway ignores new
   * ones they time out; that is not refused yet.
   */
  private long refusedSince() throws Exception {
    long last = System.nanoTime();
    while (true) {
      long now = System.nanoTime();
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
        socket.setSoTimeout(LOOK_MILLIS);
        int unused = socket.getInputStream().read();
      } catch (SocketTimeoutException ignored) {
        // it listens still
      } catch (ConnectException refused) {
        return last;
      } catch (SocketException reset) {
        // it was accepted, and is given up with the rest
      }
      last = now;
    }
  }

  private void askUntilRefused(Kind kind) {
    while (true) {
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), kind == Kind.TLS ? tlsPort : port)) {
        socket.setSoTimeout(20_000);
        converse(kind, socket);
      } catch (IOException refused) {
        return;
      }
    }
  }

  private void converse(Kind kind, Socket plain) {
    int answers = 0;
    // When each of the requests that are not answered yet was written; 0: not at all.
    long[] written = new long[kind.batch()];
    try {
      Socket socket = prepared(kind, plain);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean open = true;
      for (int batch = 0; open && batch < kind.batches(); batch++) {
        for (int i = 0; i < kind.batch(); i++) {
          socket.getOutputStream().write(REQUEST);
          written[i] = System.nanoTime();
        }
        for (int i = 0; i < kind.batch(); i++) {
          if (!open) {
            throw new EOFException("the answer before said close");
          }
          open = readAnswer(in);
          written[i] = 0;
          answers++;
          busy.countDown();
          late.forEach(CountDownLatch::countDown);
        }
      }
    } catch (IOException | InterruptedException e) {
      boolean first = answers == 0;
      long earliest = LongStream.of(written).filter(time -> time != 0).min().orElse(NEVER);
      if (first || earliest != NEVER) {
        lost.add(new Lost(kind, first, earliest, e.toString()));
      }
    }
  }

  private Socket prepared(Kind kind, Socket plain) throws IOException, InterruptedException {
    if (kind == Kind.LATE) {
      awaitOthers();
    }
    if (kind == Kind.TUNNEL) {
      plain.getOutputStream().write(CONNECT);
      readHead(plain.getInputStream());
    }
    if (!kind.isTls()) {
      return plain;
    }
    SSLSocket tls = (SSLSocket) trust.getSocketFactory().createSocket(plain, HOST, 443, true);
    tls.startHandshake();
    return tls;
  }

  private void awaitOthers() throws InterruptedException {
    CountDownLatch answers = new CountDownLatch(ANSWERS_BEFORE);
    late.add(answers);
    try {
      boolean unused = answers.await(MOST_MILLIS_BEFORE, TimeUnit.MILLISECONDS);
    } finally {
      late.remove(answers);
    }
  }

  /** Whether the connection stays. */
  private static boolean readAnswer(InputStream in) throws IOException {
    String head = readHead(in);
    Matcher length = LENGTH.matcher(head);
    if (!head.startsWith("HTTP/1.1 200 ") || !length.find()) {
      throw new IOException("not an answer: " + head);
    }
    int bytes = Integer.parseInt(length.group(1));
    if (in.readNBytes(bytes).length < bytes) {
      throw new EOFException("half an answer");
    }
    return !head.contains("\r\nconnection: close");
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
