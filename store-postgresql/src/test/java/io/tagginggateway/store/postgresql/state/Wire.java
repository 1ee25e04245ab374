package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to the database that can be cut, as a network is: nobody hears that it was. */
final class Wire implements AutoCloseable {
  private final NetClient client = Postgres.vertx().createNetClient();
  private final NetServer server;
  private final Queue<NetSocket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean cut;

  Wire() {
    server =
        Postgres.join(
            Postgres.vertx()
                .createNetServer()
                .connectHandler(this::connect)
                .listen(0, "127.0.0.1"));
  }

  /** How many connections were ever made over it. */
  int connections() {
    return connections.get();
  }

  int port() {
    return server.actualPort();
  }

  /** From now on nothing comes through. */
  void cut() {
    cut = true;
  }

  /** New connections come through again; what was cut ends. */
  void mend() {
    cut = false;
    sockets.forEach(NetSocket::close);
    sockets.clear();
  }

  private void connect(NetSocket socket) {
    socket.pause();
    sockets.add(socket);
    connections.incrementAndGet();
    client
        .connect(Postgres.port(), "127.0.0.1")
        .onSuccess(
            database -> {
              boolean[] dead = {cut};
              pass(socket, database, dead);
              pass(database, socket, dead);
              socket.closeHandler(gone -> database.close());
              database.closeHandler(gone -> socket.close());
              socket.resume();
            })
        .onFailure(failure -> socket.close());
  }

  /** What was lost once is lost for ever: the connection is of no use any more. */
  private void pass(NetSocket from, NetSocket to, boolean[] dead) {
    from.handler(
        (Buffer bytes) -> {
          dead[0] |= cut;
          if (!dead[0]) {
            to.write(bytes);
          }
        });
  }

  @Override
  public void close() {
    Postgres.join(server.close());
    Postgres.join(client.close());
  }
}
