package io.tagginggateway.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tagginggateway.core.product.file.ProductBundle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultReaderTest {
  private final ErrorTables errors = tables();
  private final FaultReader reader = new FaultReader(errors);

  static ErrorTables tables() {
    return new ErrorTables(ProductBundle.installed());
  }

  private FaultRule read(String rule) {
    return reader.read(rule.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    assertThat(read("{'fault':{'type':'reset'}}"))
        .isEqualTo(new FaultRule(FaultMatch.ANY, new Fault.Reset(), Phase.BEFORE, 0, 1, 1.0, 0));
  }

  @Test
  void everyFieldIsRead() {
    assertThat(
            read(
                "{'match':{'product':'CloudAPI','action':'TagResources','accessKeyId':'k',"
                    + "'account':'1234567890123456','parameters':{'ResourceId.1':'orders'}},'fault':{'type':'error','code':'InternalError',"
                    + "'status':502,'message':'m'},'phase':'after','skip':2,'times':0,"
                    + "'probability':0.25,'seed':-7}"))
        .isEqualTo(
            new FaultRule(
                new FaultMatch(
                    "CloudAPI",
                    "TagResources",
                    "k",
                    "1234567890123456",
                    Map.of("ResourceId.1", "orders")),
                new Fault.Failure("InternalError", 502, "m", null),
                Phase.AFTER,
                2,
                0,
                0.25,
                -7));
  }

  /** Products take more parameters than their files tell. */
  @Test
  void aParameterThatIsNearNoKnownOneMayBeMatched() {
    FaultRule rule =
        read(
            "{'match':{'parameters':{'X-My-Marker':'x','Tag.12.Key':'y','ResourceOwnerId':'z','ResourceARN.2':'a'}},"
                + "'fault':{'type':'reset'}}");
    assertThat(rule.match().parameters())
        .containsOnlyKeys("X-My-Marker", "Tag.12.Key", "ResourceOwnerId", "ResourceARN.2");
  }

  @Test
  void everyKindOfFaultIsRead() {
    assertThat(
            List.of(
                read("{'fault':{'type':'delay','millis':500}}").fault(),
                read("{'fault':{'type':'truncate','bytes':40}}").fault(),
                read("{'fault':{'type':'html','status':502}}").fault(),
                read("{'fault':{'type':'html'}}").fault(),
                read("{'fault':{'type':'expire-token'}}").fault(),
                read("{'fault':{'type':'page-size','size':1}}").fault(),
                read("{'fault':{'type':'error','code':'Throttling.User'}}").fault(),
                read("{'fault':{'type':'error','code':'Odd','status':429,'message':'m'}}").fault(),
                read("{'fault':{'type':'delay','millis':5,'maxMillis':50}}").fault(),
                read("{'fault':{'type':'envelope'}}").fault(),
                read("{'fault':{'type':'body','content':''}}").fault(),
                read("{'fault':{'type':'body','content':{'a':[1]},'status':429}}").fault(),
                read("{'fault':{'type':'body','content':'x','contentType':'text/x'}}").fault(),
                read("{'fault':{'type':'garbage'}}").fault(),
                read("{'fault':{'type':'dribble','millis':1000}}").fault(),
                read("{'fault':{'type':'empty'}}").fault()))
        .containsExactly(
            new Fault.Delay(500),
            new Fault.Truncate(40),
            new Fault.Html(502),
            new Fault.Html(503),
            new Fault.ExpireToken(),
            new Fault.PageSize(1),
            new Fault.Failure("Throttling.User", null, null, null),
            new Fault.Failure("Odd", 429, "m", null),
            new Fault.Delay(5, 50),
            new Fault.Envelope(),
            new Fault.Body("", null, 200),
            new Fault.Body("{\"a\":[1]}", null, 429),
            new Fault.Body("x", "text/x", 200),
            new Fault.Garbage(),
            new Fault.Dribble(1000),
            new Fault.Empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | ``",
        "[] | ``",
        "{} | /fault",
        "{'fault':{'type':'reset'}} {} | ``",
        "{'fault':{'type':'reset'},'fault':{'type':'reset'}} | ``",
        "{'fault':{'type':'reset'},'tims':1} | /tims",
        "{'fault':{'type':'reset'},'a/b~c':1} | /a~1b~0c",
        "{'fault':{'type':'reset','status':1}} | /fault/status",
        "{'fault':'reset'} | /fault",
        "{'fault':{}} | /fault/type",
        "{'fault':{'type':'explode'}} | /fault/type",
        "{'fault':{'type':7}} | /fault/type",
        "{'fault':{'type':'error'}} | /fault/code",
        "{'fault':{'type':'error','code':'Nope'}} | /fault/code",
        "{'fault':{'type':'error','code':'Nope','status':429}} | /fault/code",
        "{'fault':{'type':'error','code':'InternalError','status':200}} | /fault/status",
        "{'match':{'product':'VpcIpam'},'fault':{'type':'error','code':'MissingTag'}} | /fault/code",
        "{'fault':{'type':'delay'}} | /fault/millis",
        "{'fault':{'type':'delay','millis':60001}} | /fault/millis",
        "{'fault':{'type':'delay','millis':1.5}} | /fault/millis",
        "{'fault':{'type':'truncate','bytes':-1}} | /fault/bytes",
        "{'fault':{'type':'html','status':99}} | /fault/status",
        "{'fault':{'type':'html','status':204}} | /fault/status",
        "{'fault':{'type':'page-size','size':0}} | /fault/size",
        "{'fault':{'type':'reset'},'match':{'product':'Nothing'}} | /match/product",
        "{'fault':{'type':'reset'},'match':{'action':'ListTagResource'}} | /match/action",
        "{'fault':{'type':'reset'},'match':{'key':'x'}} | /match/key",
        "{'fault':{'type':'reset'},'match':{'parameters':'x'}} | /match/parameters",
        "{'fault':{'type':'reset'},'match':{'parameters':{'a':1}}} | /match/parameters",
        "{'fault':{'type':'delay','millis':50,'maxMillis':49}} | /fault/maxMillis",
        "{'fault':{'type':'delay','millis':50,'maxMillis':60001}} | /fault/maxMillis",
        "{'fault':{'type':'dribble'}} | /fault/millis",
        "{'fault':{'type':'dribble','millis':0}} | /fault/millis",
        "{'fault':{'type':'dribble','millis':60001}} | /fault/millis",
        "{'fault':{'type':'body'}} | /fault/content",
        "{'fault':{'type':'body','content':'x','status':204}} | /fault/status",
        "{'fault':{'type':'body','content':'x','contentType':'a\\nb: c'}} | /fault/contentType",
        "{'fault':{'type':'empty','millis':1}} | /fault/millis",
        "{'fault':{'type':'reset'},'match':[]} | /match",
        "{'fault':{'type':'reset'},'phase':'during'} | /phase",
        "{'fault':{'type':'reset'},'skip':-1} | /skip",
        "{'fault':{'type':'reset'},'times':'3'} | /times",
        "{'fault':{'type':'reset'},'times':99999999999} | /times",
        "{'fault':{'type':'reset'},'probability':0} | /probability",
        "{'fault':{'type':'reset'},'probability':1.1} | /probability",
        "{'fault':{'type':'reset'},'seed':0.5} | /seed"
      })
  void aRuleThatCannotBeIsRefusedWithThePlace(String rule, String pointer) {
    assertThatExceptionOfType(BadRuleException.class)
        .isThrownBy(() -> read(rule))
        .satisfies(
            e -> {
              assertThat(e.pointer()).isEqualTo(pointer);
              assertThat(e.reason()).isNotBlank().doesNotContain("\n");
            });
  }

  @Test
  void aCodeOfOneProductIsEnoughWhereAnyProductMatches() {
    assertThat(read("{'fault':{'type':'error','code':'MissingTag'}}").fault())
        .isEqualTo(new Fault.Failure("MissingTag", null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'fault':{'type':'resett'}} | no such type: resett; did you mean reset?; known: error, del",
        "{'fault':{'type':'reset'},'tims':1} | no such field: tims; did you mean times?; known: match",
        "{'fault':{'type':'reset'},'match':{'product':'vpcipam'}} | no such product: vpcipam; did"
            + " you mean VpcIpam?; known: ",
        "{'fault':{'type':'reset'},'match':{'action':'ListTagResource'}} | no such operation:"
            + " ListTagResource; did you mean ListTagResources?; known: ",
        "{'fault':{'type':'reset'},'match':{'acount':'x'}} | no such field: acount; did you mean"
            + " account?; known: product, action, accessKeyId, account, parameters",
        "{'match':{'product':'CloudAPI'},'fault':{'type':'error','code':'Throtling.User'}} | no such"
            + " error code of CloudAPI: Throtling.User; did you mean Throttling.User?; known: ",
        "{'match':{'product':'CloudAPI','parameters':{'ResourceIds.3':'x'}},'fault':{'type':'reset'}}"
            + " | no operation takes ResourceIds.3; did you mean ResourceId.1?",
        "{'match':{'product':'CloudAPI','parameters':{'resourcetype':'x'}},'fault':{'type':'reset'}}"
            + " | no operation takes resourcetype; did you mean ResourceType?",
      })
  void whatNobodyKnowsIsAnsweredWithTheNearestAndTheKnown(String rule, String reason) {
    assertThatExceptionOfType(BadRuleException.class)
        .isThrownBy(() -> read(rule))
        .satisfies(e -> assertThat(e.reason()).startsWith(reason));
  }
}
