package io.tagginggateway.app.http;

import static io.tagginggateway.app.TestGateway.ipam;
import static io.tagginggateway.app.TestGateway.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.fault.ActiveRule;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FaultsOnTheWireTest {
  private static final String TAG = ipam("TagResources", "&ResourceId.1=i&Tag.1.Key=k");
  private static final String LIST = ipam("ListTagResources", "&ResourceId.1=i");
  private static final Pattern TOKEN = Pattern.compile("\"NextToken\":\"([^\"]*)\"");

  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  private boolean tagged() throws Exception {
    return gateway.get(LIST).body().contains("\"TagKey\":\"k\"");
  }

  @Test
  void anErrorComesInTheEnvelopeStatusAndFormatOfTheProduct() throws Exception {
    gateway.fault("{'fault':{'type':'error','code':'Throttling.User'},'times':2}");
    HttpResponse<String> json = gateway.get(LIST);
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.headers().firstValue("content-type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(json.body())
        .startsWith("{\"RequestId\":\"")
        .contains("\"Message\":\"Request was denied due to user flow control.\"")
        .endsWith("\"Code\":\"Throttling.User\"}");
    HttpResponse<String> xml = gateway.get(plugin("ListTagResources", "&ResourceId.1=i"));
    assertThat(xml.statusCode()).isEqualTo(400);
    assertThat(xml.headers().firstValue("content-type")).hasValue("text/xml;charset=utf-8");
    assertThat(xml.body()).contains("<Error>", "<Code>Throttling.User</Code>");
    assertThat(gateway.get(LIST).statusCode()).isEqualTo(200);
  }

  @Test
  void statusAndMessageOverride() throws Exception {
    gateway.fault("{'fault':{'type':'error','code':'Odd','status':429,'message':'Enough.'}}");
    HttpResponse<String> answer = gateway.get(LIST);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"Message\":\"Enough.\"", "\"Code\":\"Odd\"");
  }

  @Test
  void anErrorTellsTheClientWhenToTryAgain() throws Exception {
    gateway.fault("{'fault':{'type':'error','code':'Throttling.User','retryAfterMillis':250}}");
    assertThat(gateway.get(LIST).headers().firstValue("x-acs-retry-after")).hasValue("250");
    assertThat(gateway.get(LIST).headers().firstValue("x-acs-retry-after")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fault':{'type':'error','code':'ServiceUnavailable'},'phase':'PHASE'}",
        "{'fault':{'type':'html'},'phase':'PHASE'}",
        "{'fault':{'type':'truncate','bytes':40},'phase':'PHASE'}",
        "{'fault':{'type':'reset'},'phase':'PHASE'}",
        "{'fault':{'type':'empty'},'phase':'PHASE'}",
        "{'fault':{'type':'garbage'},'phase':'PHASE'}",
        "{'fault':{'type':'envelope'},'phase':'PHASE'}",
        "{'fault':{'type':'body','content':'x'},'phase':'PHASE'}"
      })
  void aRequestTakesEffectAfterAndNotBefore(String rule) throws Exception {
    gateway.fault(rule.replace("PHASE", "before"));
    raw(TAG);
    assertThat(tagged()).isFalse();
    gateway.fault(rule.replace("PHASE", "after"));
    raw(TAG);
    assertThat(tagged()).isTrue();
  }

  @Test
  void aResetConnectionIsResetAndNotClosed() {
    gateway.fault("{'fault':{'type':'reset'}}");
    assertThatExceptionOfType(SocketException.class)
        .isThrownBy(() -> read(LIST))
        .withMessageContaining("reset");
    assertThat(gateway.journal().get(0).status()).isZero();
  }

  @Test
  void aTruncatedAnswerAnnouncesTheWholeAndBreaksOff() throws Exception {
    String whole = gateway.get(LIST).body();
    gateway.fault("{'fault':{'type':'truncate','bytes':40},'times':1}");
    String[] headAndBody = read(LIST).split("\r\n\r\n", 2);
    assertThat(headAndBody[0])
        .startsWith("HTTP/1.1 200 OK")
        .contains("content-length: " + whole.length());
    assertThat(headAndBody[1]).hasSize(40);
    gateway.fault("{'fault':{'type':'truncate','bytes':100000}}");
    assertThat(read(LIST).split("\r\n\r\n", 2)[1]).hasSize(whole.length() - 1);
    gateway.fault("{'fault':{'type':'truncate','bytes':0}}");
    assertThat(read(LIST)).endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'truncate','bytes':40}", "{'type':'reset'}", "{'type':'empty'}"})
  void aBrokenAnswerOverHttp2IsBrokenToo(String fault) {
    gateway.fault("{'times':0,'fault':" + fault + "}");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/?" + LIST))
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void aPageOfALoadBalancerIsHtmlWithoutOurHeaders() throws Exception {
    gateway.fault("{'fault':{'type':'html','status':502}}");
    HttpResponse<String> answer = gateway.get(LIST);
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().map().keySet())
        .containsExactlyInAnyOrder("content-type", "content-length");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(answer.body()).startsWith("<html>").contains("502 Bad Gateway");
    assertThat(gateway.journal().get(0).status()).isEqualTo(502);
  }

  @Test
  void connectionThatEndsWithoutAnAnswerEndsInOrder() throws Exception {
    gateway.fault("{'fault':{'type':'empty'}}");
    assertThat(read(LIST)).isEmpty();
    assertThat(gateway.journal().get(0).status()).isZero();
    assertThat(gateway.journal().get(0).fault()).isEqualTo("empty");
  }

  @Test
  void anotherBodyComesWithItsTypeAndStatus() throws Exception {
    gateway.fault(
        "{'fault':{'type':'body','content':'<nope>','contentType':'text/x','status':429}}");
    HttpResponse<String> answer = gateway.get(LIST);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().allValues("content-type")).containsExactly("text/x");
    assertThat(answer.headers().firstValue("x-acs-request-id")).isPresent();
    assertThat(answer.body()).isEqualTo("<nope>");
    gateway.fault("{'fault':{'type':'body','content':{'TagResources':null}}}");
    HttpResponse<String> json = gateway.get(LIST);
    assertThat(json.headers().firstValue("content-type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(json.body()).isEqualTo("{\"TagResources\":null}");
  }

  @Test
  void garbageIsNoDocumentUnderTheRightType() throws Exception {
    gateway.fault("{'fault':{'type':'garbage'}}");
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.port() + "/?" + LIST))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(answer.body()).hasSize(256);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\uFFFD");
    assertThat(gateway.journal().get(0).fault()).isEqualTo("garbage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VpcIpam | JSON | {'TagResources':{'TagResource':[{'TagKey':'k','TagValue':'<&>','Resource",
        "CloudAPI | JSON | 'TagResources':[{'ResourceId':'i','ResourceType':'plugin','TagKey':'k'",
        "VpcIpam | XML | <TagResources><TagResource><TagKey>k</TagKey><TagValue>&lt;&amp;&gt;</TagV",
        "CloudAPI | XML | </NextToken><TagResources><ResourceId>i</ResourceId><ResourceType>plugin",
      })
  void theOtherEnvelopeIsThatOfTheOtherDialect(String product, String format, String part)
      throws Exception {
    String tag = "&ResourceId.1=i&Tag.1.Key=k&Tag.1.Value=%3C%26%3E&Format=" + format;
    boolean flat = product.equals("VpcIpam");
    gateway.get(flat ? ipam("TagResources", tag) : plugin("TagResources", tag));
    String list = "&ResourceId.1=i&Format=" + format;
    String query = flat ? ipam("ListTagResources", list) : plugin("ListTagResources", list);
    gateway.fault("{'fault':{'type':'envelope'}}");
    HttpResponse<String> other = gateway.get(query);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).contains(part.replace('\'', '"'));
    HttpResponse<String> right = gateway.get(query);
    assertThat(right.body()).isNotEqualTo(other.body());
    assertThat(other.headers().firstValue("content-type"))
        .isEqualTo(right.headers().firstValue("content-type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "XML"})
  void anAnswerWithoutAListIsPutIntoAnObject(String format) throws Exception {
    gateway.fault("{'fault':{'type':'envelope'}}");
    String body = gateway.get(TAG + "&Format=" + format).body();
    assertThat(body)
        .contains(
            format.equals("JSON")
                ? "{\"TagResourcesResponse\":{\"RequestId\":\""
                : "<Response><TagResourcesResponse><RequestId>");
  }

  @Test
  void aDribbleComesPieceByPieceAndWhole() throws Exception {
    assertThat(gateway.get(TAG).statusCode()).isEqualTo(200);
    int length = gateway.get(LIST).body().length();
    gateway.fault("{'fault':{'type':'dribble','millis':60000}}");
    try (Socket socket = send(LIST)) {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      StringBuilder got = new StringBuilder();
      while (!got.toString().contains("\r\n\r\n{")) {
        got.append(new String(buffer, 0, in.read(buffer), StandardCharsets.UTF_8));
      }
      assertThat(got).contains("content-length: " + length);
      assertThat(gateway.get(LIST).statusCode()).isEqualTo(200);
      int headEnd = got.indexOf("\r\n\r\n") + 4;
      assertThat(got.length() - headEnd).isLessThan(length);
      // A stop sends the rest at once.
      CompletableFuture<Void> stopped = gateway.stop().toCompletionStage().toCompletableFuture();
      got.append(rest(socket));
      stopped.join();
      assertThat(got.length() - headEnd).isEqualTo(length);
      assertThat(got.toString()).endsWith("}");
    }
  }

  @Test
  void aDribbleEndsByItselfAndGivesItsPlaceBack() throws Exception {
    String before = gateway.get(LIST).body().replaceAll("\"RequestId\".*", "");
    gateway.fault("{'fault':{'type':'dribble','millis':120},'times':3}");
    for (int i = 0; i < 3; i++) {
      assertThat(gateway.get(LIST).body().replaceAll("\"RequestId\".*", "")).isEqualTo(before);
    }
    awaitNobodyWaits();
    gateway.fault("{'fault':{'type':'dribble','millis':60000}}");
    try (Socket socket = send(LIST)) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    awaitNobodyWaits();
  }

  private void awaitNobodyWaits() {
    while (gateway.load.waiting() > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    assertThat(gateway.load.waiting()).isZero();
  }

  @Test
  void aRuleThatNamesParametersSpoilsThoseRequestsAlone() throws Exception {
    gateway.fault(
        "{'match':{'parameters':{'ResourceId.1':'orders','MaxResults':'5'}},"
            + "'fault':{'type':'html'},'times':0}");
    assertThat(gateway.get(ipam("ListTagResources", "&ResourceId.1=orders")).statusCode())
        .isEqualTo(200);
    String both = ipam("ListTagResources", "&ResourceId.1=orders&MaxResults=5");
    assertThat(gateway.get(both).statusCode()).isEqualTo(503);
    assertThat(gateway.get(both.replace("orders", "others")).statusCode()).isEqualTo(200);
  }

  @Test
  void shortPagesStillGiveEveryRowOnce() throws Exception {
    gateway.get(ipam("TagResources", "&ResourceId.1=i&Tag.1.Key=a&Tag.2.Key=b&Tag.3.Key=c"));
    gateway.fault("{'fault':{'type':'page-size','size':1},'times':0}");
    StringBuilder keys = new StringBuilder();
    String token = "";
    do {
      String body = gateway.get(LIST + "&NextToken=" + token).body();
      assertThat(body.split("TagKey", -1)).hasSizeLessThanOrEqualTo(2);
      Matcher key = Pattern.compile("\"TagKey\":\"(.)\"").matcher(body);
      keys.append(key.find() ? key.group(1) : "");
      Matcher next = TOKEN.matcher(body);
      assertThat(next.find()).isTrue();
      token = next.group(1);
    } while (!token.isEmpty());
    assertThat(keys).hasToString("abc");
  }

  @Test
  void anExpiredTokenIsRefusedAsTheProductRefusesOne() throws Exception {
    gateway.get(ipam("TagResources", "&ResourceId.1=i&Tag.1.Key=a&Tag.2.Key=b"));
    gateway.fault("{'fault':{'type':'expire-token'}}");
    Matcher token = TOKEN.matcher(gateway.get(LIST + "&MaxResults=1").body());
    assertThat(token.find()).isTrue();
    String next = LIST + "&MaxResults=1&NextToken=" + token.group(1);
    assertThat(gateway.get(next).body()).contains("\"Code\":\"IllegalParam.NextToken\"");
    assertThat(gateway.get(next).body()).contains("\"TagKey\":\"b\"");
  }

  @Test
  void aRequestThatFailsAnEarlierCheckIsNotSpoiled() throws Exception {
    gateway.fault("{'fault':{'type':'html'}}");
    assertThat(gateway.get("Action=Nope&Version=2023-02-28").statusCode()).isEqualTo(404);
    assertThat(gateway.get(LIST).statusCode()).isEqualTo(503);
  }

  @Test
  void aDelayHoldsUpNobodyElse() throws Exception {
    gateway.fault("{'match':{'accessKeyId':'slow'},'fault':{'type':'delay','millis':60000}}");
    try (Socket waiting = send(TAG + "&AccessKeyId=slow")) {
      awaitSpoiled();
      for (int i = 0; i < 20; i++) {
        assertThat(gateway.get(LIST).statusCode()).isEqualTo(200);
      }
      assertThat(tagged()).isFalse();
      CompletableFuture<Void> stopped = gateway.stop().toCompletionStage().toCompletableFuture();
      assertThat(rest(waiting)).startsWith("HTTP/1.1 200 OK").contains("RequestId");
      stopped.join();
    }
  }

  @Test
  void aClientThatGivesUpEndsItsDelay() throws Exception {
    gateway.fault("{'fault':{'type':'delay','millis':60000}}");
    try (Socket waiting = send(TAG)) {
      awaitSpoiled();
      assertThat(waiting.isConnected()).isTrue();
      assertThat(gateway.journal()).isEmpty();
    }
    while (gateway.journal().isEmpty() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    assertThat(tagged()).isTrue();
  }

  @Test
  void aDelayEndsByItself() throws Exception {
    gateway.fault("{'fault':{'type':'delay','millis':20}}");
    assertThat(gateway.get(TAG).statusCode()).isEqualTo(200);
    assertThat(gateway.journal().get(0).micros()).isGreaterThanOrEqualTo(20_000);
    assertThat(tagged()).isTrue();
  }

  @Test
  void threeTimesSpoilsThreeRequestsOfManyAtOnce() throws Exception {
    gateway.fault("{'fault':{'type':'error','code':'Throttling.Api'},'skip':7,'times':3}");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> client =
          () -> {
            int spoiled = 0;
            for (int i = 0; i < 25; i++) {
              spoiled += gateway.get(LIST).statusCode() == 400 ? 1 : 0;
            }
            return spoiled;
          };
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        clients.add(threads.submit(client));
      }
      int spoiled = 0;
      for (Future<Integer> each : clients) {
        spoiled += each.get();
      }
      assertThat(spoiled).isEqualTo(3);
      assertThat(gateway.journal()).hasSize(200);
      assertThat(gateway.journal().stream().filter(e -> "Throttling.Api".equals(e.code())))
          .hasSize(3);
    } finally {
      threads.shutdownNow();
    }
  }

  private void awaitSpoiled() {
    while (first().spoiled() == 0 && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private ActiveRule first() {
    return gateway.faults.all().toCompletableFuture().join().get(0);
  }

  private Socket send(String query) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write(
            ("GET /?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** Everything up to the end of the connection. */
  private String read(String query) throws IOException {
    try (Socket socket = send(query)) {
      return rest(socket);
    }
  }

  private static String rest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Sends a request whose answer may be anything or nothing. */
  private void raw(String query) {
    try {
      assertThat(read(query)).isNotNull();
    } catch (IOException spoiled) {
      assertThat(spoiled).isNotNull();
    }
  }
}
