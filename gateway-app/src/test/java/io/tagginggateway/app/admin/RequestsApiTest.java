package io.tagginggateway.app.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.testing.Http;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal as its users search it, and verification. */
@Timeout(60)
final class RequestsApiTest {
  private static final AdminClient GATEWAY =
      new AdminClient(Map.of("accounts.unknown-key", "isolated"));

  @BeforeEach
  void forget() throws Exception {
    GATEWAY.admin("POST", "reset", "");
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  /** Three requests that differ in nearly everything. */
  private static void ask() throws Exception {
    GATEWAY.ipam("ListTagResources", "&AccessKeyId=testid");
    GATEWAY.send(
        "POST",
        "/?Action=TagResources&Version=2016-07-14&RegionId=cn-qingdao&ResourceType=plugin"
            + "&ResourceId.1=p1&ResourceId.2=p2&Tag.1.Key=k",
        "",
        "User-Agent",
        "suite/7");
    GATEWAY.ipam("ListTagResource", "");
  }

  private static List<String> found(String filter) throws Exception {
    HttpResponse<String> answer = GATEWAY.admin("GET", "requests?" + filter, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonObject(answer.body())
        .getJsonArray("requests").stream()
            .map(entry -> ((JsonObject) entry).getString("action"))
            .toList();
  }

  @Test
  void anEntryTellsWhoAskedWhereAndWhatWasAnswered() throws Exception {
    ask();
    JsonObject tagged = entry("product=CloudAPI");
    assertThat(tagged.getString("host")).isEqualTo("127.0.0.1");
    assertThat(tagged.getString("method")).isEqualTo("POST");
    assertThat(tagged.getString("path")).isEqualTo("/");
    assertThat(tagged.getString("client")).matches("127\\.0\\.0\\.1:[0-9]+");
    assertThat(tagged.getString("userAgent")).isEqualTo("suite/7");
    assertThat(tagged.getString("answer")).contains(tagged.getString("requestId"));
    assertThat(tagged.getValue("fault")).isNull();
  }

  private static JsonObject entry(String filter) throws Exception {
    return GATEWAY.json("requests?" + filter).getJsonArray("requests").getJsonObject(0);
  }

  @Test
  void aSpoiledAnswerDoesNotStandThereAsAnOrdinaryOne() throws Exception {
    GATEWAY.admin("POST", "faults", json("{'fault':{'type':'html','status':502}}"));
    GATEWAY.ipam("ListTagResources", "");
    JsonObject spoiled = entry("fault=html");
    assertThat(spoiled.getInteger("status")).isEqualTo(502);
    assertThat(spoiled.getString("answer")).contains("502 Bad Gateway");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method=post | TagResources",
        "resourceId=p2 | TagResources",
        "resourceId=p3 |",
        "resourceType=PLUGIN | TagResources",
        "resourceType=ipam&status=200 | ListTagResources",
        "status=404 | ListTagResource",
        "host=127.0.0.1&status=404 | ListTagResource",
        "host=other |",
        "region=cn-qingdao | TagResources",
        "since=1h&product=CloudAPI | TagResources",
        "since=2999-01-01T00:00:00Z |",
        "since=2000-01-01T00:00:00%2B08:00&product=CloudAPI | TagResources",
        "action=tagresources | TagResources",
        "code=InvalidAction.NotFound | ListTagResource",
        "code=MissingParameter.Tags |",
        "accessKeyId=testid | ListTagResources",
      })
  void filtersFindWhatTheySay(String filter, String action) throws Exception {
    ask();
    assertThat(found(filter)).isEqualTo(action == null ? List.of() : List.of(action));
  }

  @Test
  void anEntryIsFoundByItsRequestId() throws Exception {
    ask();
    String id = entry("product=CloudAPI").getString("requestId");
    assertThat(found("requestId=" + id)).containsExactly("TagResources");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acton=x | no such parameter: acton; did you mean action?",
        "product=CloudApi | did you mean CloudAPI?; known: ",
        "action=ListTagResource | did you mean ListTagResources?",
        "product=Sts&action=TagResources | known: AssumeRole, GetCallerIdentity",
        "code=Throttling.Usr | did you mean Throttling.User?",
        "fault=htlm | did you mean html?",
        "status=ok | expected an HTTP status",
        "since=yesterday | expected a time, such as 1970-01-01T00:00:00Z",
      })
  void whatNobodyKnowsIsRefusedWithWhatIsKnown(String filter, String told) throws Exception {
    for (String call : new String[] {"requests", "requests/count", "requests/stream"}) {
      HttpResponse<String> answer = GATEWAY.admin("GET", call + "?" + filter, "");
      assertThat(answer.statusCode()).as(call).isEqualTo(400);
      assertThat(new JsonObject(answer.body()).getString("detail")).as(call).contains(told);
    }
  }

  @Test
  void aCodeThatOnlyAFaultAnsweredCanBeAskedFor() throws Exception {
    assertThat(GATEWAY.admin("GET", "requests?code=Odd", "").statusCode()).isEqualTo(400);
    GATEWAY.admin(
        "POST",
        "faults",
        json("{'fault':{'type':'error','code':'Odd','status':429,'message':'m'}}"));
    GATEWAY.ipam("ListTagResources", "");
    assertThat(found("code=Odd")).containsExactly("ListTagResources");
  }

  private static JsonObject verify(String body, int status) throws Exception {
    HttpResponse<String> answer = GATEWAY.admin("POST", "requests/verify", json(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new JsonObject(answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'match':{'product':'CloudAPI'},'times':{'exactly':1}} | true | 1",
        "{'match':{'product':'CloudAPI'},'times':{'exactly':2}} | false | 1",
        "{'match':{'status':200},'times':{'atLeast':2}} | true | 2",
        "{'match':{'status':200},'times':{'atLeast':3}} | false | 2",
        "{'match':{'status':200},'times':{'atMost':1}} | false | 2",
        "{'match':{'parameters':{'ResourceId.1':'p1','Tag.2.Key':null}}} | true | 1",
        "{'match':{'parameters':{'ResourceId.1':'p1','Tag.1.Key':null}}} | false | 0",
        "{'times':{'exactly':3}} | true | 3",
        "{} | true | 3",
        "{'match':{'resourceId':'p2'},'times':{'exactly':0}} | false | 1",
      })
  void countsWhatMatches(String body, boolean verified, int matched) throws Exception {
    ask();
    JsonObject answer = verify(body, 200);
    assertThat(answer.getBoolean("verified")).isEqualTo(verified);
    assertThat(answer.getInteger("matched")).isEqualTo(matched);
    assertThat(answer.getJsonArray("closest").isEmpty()).isEqualTo(verified);
  }

  @Test
  void tellsTheNearestMissAndWhatDiffers() throws Exception {
    ask();
    GATEWAY.ipam("TagResources", "&Tag.1.Key=k");
    JsonArray closest =
        verify(
                "{'match':{'product':'CloudAPI','action':'TagResources','parameters':"
                    + "{'ResourceId.1':'p7','Tag.1.Key':'k'}},'times':{'exactly':1}}",
                200)
            .getJsonArray("closest");
    JsonObject nearest = closest.getJsonObject(0);
    assertThat(nearest.getJsonObject("request").getString("product")).isEqualTo("CloudAPI");
    assertThat(nearest.getJsonArray("differs"))
        .containsExactly(
            new JsonObject()
                .put("field", "parameters.ResourceId.1")
                .put("expected", "p7")
                .put("got", "p1"));
    assertThat(closest.getJsonObject(1).getJsonArray("differs")).hasSize(2);
  }

  /** A client's mistake can be verified: the request was sent with that name. */
  @Test
  void aMistypedParameterThatWasSentMayBeAskedFor() throws Exception {
    String asked =
        "{'match':{'product':'VpcIpam','parameters':{'Tag.1.Kee':'k'}},'times':{'exactly':1}}";
    verify(asked, 400);
    GATEWAY.ipam("TagResources", "&Tag.1.Kee=k");
    assertThat(verify(asked, 200).getBoolean("verified")).isTrue();
  }

  @Test
  void tooManyAreShownThemselves() throws Exception {
    ask();
    JsonArray closest =
        verify("{'match':{'status':200},'times':{'exactly':1}}", 200).getJsonArray("closest");
    assertThat(closest).hasSize(2);
    assertThat(closest.getJsonObject(0).getJsonArray("differs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | `` | expected an object",
        "{'mach':{}} | /mach | did you mean match?",
        "{'match':{'acton':'x'}} | /match/acton | did you mean action?",
        "{'match':{'action':'ListTagResource'}} | /match/action | did you mean ListTagResources?",
        "{'match':{'limit':'1'}} | /match/limit | known: product",
        "{'match':{'product':['VpcIpam']}} | /match/product | expected a text",
        "{'match':{'parameters':{'Signature':'s'}}} | /match/parameters.Signature | is not kept",
        "{'match':{'product':'CloudAPI','parameters':{'ResourceIdd.1':'p1'}}}"
            + " | /match/parameters.ResourceIdd.1 | did you mean ResourceId.1?",
        "{'match':{'product':'CloudAPI','parameters':{'Tag.2.key':null}}}"
            + " | /match/parameters.Tag.2.key | did you mean Tag.1.Key?",
        "{'times':{}} | /times | needs one of exactly",
        "{'times':{'exactly':1,'atLeast':1}} | /times/exactly | beside neither",
        "{'times':{'atLeast':2,'atMost':1}} | /times | more than atMost",
        "{'times':{'exactly':-1}} | /times/exactly | not negative",
        "{'times':{'exactly':'1'}} | /times/exactly | not negative",
        "{'times':{'exactly':1},'times':{'exactly':1}} | `` | not JSON",
        "nothing | `` | not JSON",
      })
  void aVerificationThatCannotBeIsRefusedWithThePlace(String body, String pointer, String told)
      throws Exception {
    JsonObject problem = verify(body, 400);
    assertThat(problem.getString("detail")).contains(told);
    assertThat(problem.getString("pointer", "")).isEqualTo(pointer);
  }

  @Test
  void theIndexNamesEveryCall() throws Exception {
    for (String root : new String[] {"/_gateway", "/_gateway/"}) {
      HttpResponse<String> answer = GATEWAY.send("GET", root, "");
      assertThat(answer.statusCode()).as(root).isEqualTo(200);
      List<String> paths =
          new JsonObject(answer.body())
              .getJsonArray("calls").stream()
                  .map(call -> ((JsonObject) call).getString("path"))
                  .toList();
      assertThat(paths)
          .contains("/_gateway/requests/verify", "/_gateway/state", "/_gateway/health/ready");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 'text/html,*/*', 302",
    "127.0.0.1, '*/*', 404",
    "vpcipam.cn-hangzhou.aliyuncs.com, 'text/html', 404",
  })
  void aBrowserThatOpensTheAddressIsLedToTheIndex(String host, String accept, int status)
      throws Exception {
    String answer = Http.raw("GET /", host, "Accept: " + accept, "Connection: close");
    try (java.net.Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.port())) {
      socket.getOutputStream().write(answer.getBytes(UTF_8));
      String text = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(text).startsWith("HTTP/1.1 " + status + ' ');
      assertThat(text.contains("location: /_gateway/")).isEqualTo(status == 302);
    }
  }
}
