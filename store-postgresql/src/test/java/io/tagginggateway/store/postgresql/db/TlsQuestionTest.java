package io.tagginggateway.store.postgresql.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code sslmode=prefer} asks a server first, and that it leaves no connection behind. */
@Timeout(60)
final class TlsQuestionTest {
  private final TlsQuestion question = new TlsQuestion(Postgres.vertx(), Duration.ofMillis(300));
  private final Promise<Void> closed = Promise.promise();
  private NetServer server;

  /** A server that answers the eight bytes of the question so. */
  private PgConnectOptions answering(Consumer<NetSocket> answer) {
    server =
        Postgres.join(
            Postgres.vertx()
                .createNetServer()
                .connectHandler(
                    socket -> {
                      socket.closeHandler(gone -> closed.tryComplete());
                      socket.handler(
                          asked -> {
                            assertThat(asked.toString()).hasSize(8);
                            answer.accept(socket);
                          });
                    })
                .listen(0, "127.0.0.1"));
    return new PgConnectOptions()
        .setHost("127.0.0.1")
        .setPort(server.actualPort())
        .setSslMode(SslMode.PREFER);
  }

  @AfterEach
  void close() {
    Postgres.join(question.close());
    if (server != null) {
      Postgres.join(server.close());
    }
  }

  private SslMode settled(PgConnectOptions options) {
    return Postgres.join(question.settled(options)).getSslMode();
  }

  @Test
  void aServerWithoutTlsIsAskedOnceAndTheConnectionIsClosed() throws Exception {
    assertThat(settled(answering(socket -> socket.write("N")))).isEqualTo(SslMode.DISABLE);
    closed.future().await(20, TimeUnit.SECONDS);
  }

  @Test
  void aServerWithTlsIsSpokenToByTls() throws Exception {
    assertThat(settled(answering(socket -> socket.write("S")))).isEqualTo(SslMode.PREFER);
    closed.future().await(20, TimeUnit.SECONDS);
  }

  @Test
  void aServerThatDoesNotAnswerIsLeft() throws Exception {
    PgConnectOptions options = answering(socket -> {});
    assertThatThrownBy(() -> settled(options)).hasMessageContaining("Timeout");
    closed.future().await(20, TimeUnit.SECONDS);
  }

  @Test
  void aServerThatClosesIsTold() {
    PgConnectOptions options = answering(NetSocket::close);
    assertThatThrownBy(() -> settled(options))
        .hasMessageContaining("the server closes new connections");
  }

  @Test
  void whoDoesNotLeaveItToTheServerDoesNotAsk() {
    PgConnectOptions options =
        answering(socket -> socket.write(Buffer.buffer("S"))).setSslMode(SslMode.REQUIRE);
    assertThat(settled(options)).isEqualTo(SslMode.REQUIRE);
    assertThat(closed.future().isComplete()).isFalse();
  }
}
