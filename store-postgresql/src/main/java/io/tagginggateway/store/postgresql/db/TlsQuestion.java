package io.tagginggateway.store.postgresql.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server whether it speaks TLS, where {@code sslmode=prefer} leaves that to the server.
 *
 * <p>Vert.x 5.0.10 asks too, but when the server declines it leaves that connection open. The
 * server then keeps a process for it, and does not end its shutdown, for up to a minute.
 * Thread-safe.
 */
final class TlsQuestion {
  /** The SSLRequest of the protocol: its length, and its code. */
  private static final Buffer REQUEST = Buffer.buffer().appendInt(8).appendInt(80_877_103);

  private final NetClient client;
  private final Duration limit;

  /**
   * Questions to any server.
   *
   * @param limit how long an answer is waited for
   */
  TlsQuestion(Vertx vertx, Duration limit) {
    this.limit = limit;
    client =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) limit.toMillis()));
  }

  /** The same options, without TLS if it is not required and the server has none. */
  Future<PgConnectOptions> settled(PgConnectOptions options) {
    if (options.getSslMode() != SslMode.PREFER) {
      return Future.succeededFuture(options);
    }
    return client
        .connect(options.getPort(), options.getHost())
        .compose(this::answer)
        .map(
            hasTls -> hasTls ? options : new PgConnectOptions(options).setSslMode(SslMode.DISABLE));
  }

  private Future<Boolean> answer(NetSocket socket) {
    Promise<Boolean> answer = Promise.promise();
    socket.handler(bytes -> answer.tryComplete(bytes.getByte(0) == 'S'));
    socket.exceptionHandler(answer::tryFail);
    socket.closeHandler(gone -> answer.tryFail("the server closes new connections"));
    return socket
        .write(REQUEST)
        .compose(sent -> answer.future())
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .eventually(socket::close);
  }

  /** Gives up what is asked now. */
  Future<Void> close() {
    return client.close();
  }
}
