package io.tagginggateway.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A long answer that cannot be written to its end. */
final class StreamedAnswerTest {
  private final Vertx vertx = Vertx.vertx();
  private final Logger logger = (Logger) LoggerFactory.getLogger(StreamedAnswer.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void close() {
    logger.setAdditive(true);
    logger.detachAppender(log);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatFailsBeforeItsFirstByteIsAProblemAndALineOfTheLog() throws Exception {
    HttpResponse<String> answer =
        ask(
            out -> {
              out.write('{');
              throw new IllegalStateException("broken");
            });
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail"))
        .isEqualTo("The request cannot be answered.");
    assertThat(log.list).extracting(ILoggingEvent::getMessage).containsExactly("{} {} failed");
  }

  @Test
  void whatFailsLaterIsCutOffSoThatItsReaderSeesIt() {
    assertThatThrownBy(
            () ->
                ask(
                    out -> {
                      out.write(new byte[100_000]);
                      out.flush();
                      throw new IOException("broken");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(log.list).extracting(ILoggingEvent::getMessage).containsExactly("{} {} failed");
  }

  private HttpResponse<String> ask(StreamedAnswer.Content content) throws Exception {
    Router router = Router.router(vertx);
    router
        .get("/")
        .handler(context -> StreamedAnswer.json(AdminWorkers.of(vertx), context, content));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
