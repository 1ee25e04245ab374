package io.tagginggateway.app.console;

import io.tagginggateway.app.client.Address;
import io.tagginggateway.app.console.view.Trial.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls this gateway as a client does: over its plain port, under the product's own host. So
 * faults, limits and the journal see such a call as any other. Used from threads that may block.
 */
final class TryClient {
  /** Longer than the longest delay that a fault can have. */
  private static final int SECONDS = 65;

  private static final int CONNECTIONS = 8;

  private final ConsoleServices services;
  private final TrySigner signer;
  private final HttpClient client;

  TryClient(Vertx vertx, ConsoleServices services) {
    this.services = services;
    this.signer = new TrySigner(services.clock(), services.config().region());
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(false),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /** What the gateway answers, or why it does not. */
  Answer ask(TryRequest request) {
    TrySigner.Signed signed = signer.sign(request);
    String format = request.format().name();
    try {
      return send(signed)
          .toCompletionStage()
          .toCompletableFuture()
          .thenApply(answer -> answer.of(format, signed.shown()))
          .get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return none(format, signed, "No answer: " + cause.getMessage());
    } catch (TimeoutException e) {
      return none(format, signed, "No answer within " + SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none(format, signed, "Interrupted");
    }
  }

  private static Answer none(String format, TrySigner.Signed signed, String why) {
    return new Answer(format, why, "", "", signed.shown(), /* ok= */ false);
  }

  /** An answer as it came. */
  private record Came(int status, String contentType, Buffer body) {
    Answer of(String format, String shown) {
      String text = PrettyText.of(contentType, body.toString());
      return new Answer(format, Integer.toString(status), contentType, text, shown, status == 200);
    }
  }

  private Future<Came> send(TrySigner.Signed signed) {
    int port = services.port().getAsInt();
    String address = Address.host(services.config().http().host());
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, address))
            .setHost(signed.host())
            .setPort(80)
            .setMethod(HttpMethod.valueOf(signed.method()))
            .setURI(signed.uri());
    signed.headers().forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(signed.body())))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        body ->
                            new Came(
                                response.statusCode(),
                                Texts.orEmpty(response.getHeader("Content-Type")),
                                body)));
  }
}
