package io.tagginggateway.app.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The journal as server-sent events. */
@Timeout(60)
final class RequestStreamTest {

  /** A reader that has seen the first line, so that it gets every entry from now on. */
  private static BufferedReader reader(AdminClient gateway, String query) throws Exception {
    HttpResponse<InputStream> answer = gateway.open("requests/stream" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    assertThat(reader.readLine()).isEqualTo(": from now on");
    assertThat(reader.readLine()).isEmpty();
    return reader;
  }

  private static JsonObject event(BufferedReader reader, String name) throws IOException {
    String line = reader.readLine();
    while (line.startsWith(":") || line.isEmpty()) {
      line = reader.readLine();
    }
    assertThat(line).isEqualTo("event: " + name);
    String data = reader.readLine();
    assertThat(data).startsWith("data: ");
    assertThat(reader.readLine()).isEmpty();
    return new JsonObject(data.substring(6));
  }

  @Test
  void aReaderGetsEveryEntryFromNowOnThatMatches() throws Exception {
    try (AdminClient gateway = new AdminClient(Map.of())) {
      gateway.ipam("ListTagResources", "&AccessKeyId=before");
      try (BufferedReader all = reader(gateway, "");
          BufferedReader refused = reader(gateway, "?status=404")) {
        gateway.ipam("ListTagResources", "&AccessKeyId=first");
        gateway.ipam("Nope", "&AccessKeyId=second");
        assertThat(event(all, "request").getString("accessKeyId")).isEqualTo("first");
        assertThat(event(all, "request").getString("action")).isEqualTo("Nope");
        assertThat(event(refused, "request").getString("action")).isEqualTo("Nope");
      }
    }
  }

  @Test
  void thereAreAsManyReadersAsThereMayBeAndOneThatLeavesMakesRoom() throws Exception {
    try (AdminClient gateway = new AdminClient(Map.of())) {
      List<BufferedReader> readers = new ArrayList<>();
      for (int i = 0; i < RequestStreams.MAX_READERS; i++) {
        readers.add(reader(gateway, ""));
      }
      assertThat(gateway.admin("GET", "requests/stream", "").statusCode()).isEqualTo(503);
      for (BufferedReader reader : readers) {
        reader.close();
      }
      int status = 503;
      while (status == 503) {
        HttpResponse<InputStream> answer = gateway.open("requests/stream");
        status = answer.statusCode();
        answer.body().close();
      }
      assertThat(status).isEqualTo(200);
    }
  }

  @Test
  void aReaderThatReadsNothingLosesEntriesAndIsToldHowMany() throws Exception {
    int asked = 6_000;
    try (AdminClient gateway = new AdminClient(Map.of());
        Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(
          new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
      String request = "GET /_gateway/requests/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String line = reader.readLine();
      while (!line.equals(": from now on")) {
        line = reader.readLine();
      }
      String big = "&Extra=" + "x".repeat(500) + "&Extra2=" + "y".repeat(500);
      for (int i = 0; i < asked; i++) {
        gateway.ipam("ListTagResources", big);
      }
      int got = 0;
      int lost = 0;
      while (got + lost < asked) {
        line = reader.readLine();
        if (line.startsWith("event: request")) {
          got++;
        } else if (line.startsWith("data: {\"lost\":")) {
          lost += new JsonObject(line.substring(6)).getInteger("lost");
        }
      }
      assertThat(got + lost).isEqualTo(asked);
      assertThat(lost).isPositive();
    }
  }

  @Test
  void aStopEndsTheStreamsAndDoesNotWaitForThem() throws Exception {
    AdminClient gateway = new AdminClient(Map.of("shutdown.grace", "40s"));
    try (BufferedReader reader = reader(gateway, "")) {
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
      assertThat(reader.lines().filter(line -> !line.isEmpty() && !line.startsWith(":"))).isEmpty();
      stopped.get(20, java.util.concurrent.TimeUnit.SECONDS);
    }
  }
}
