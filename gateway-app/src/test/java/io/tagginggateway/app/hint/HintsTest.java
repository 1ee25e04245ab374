package io.tagginggateway.app.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.hint.Mistakes.Told;
import io.tagginggateway.app.testing.GatewayExtension;
import io.tagginggateway.app.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of users, each sent over a socket, and the way out that the hint tells. */
@Timeout(120)
final class HintsTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().set("hints.header", "true").fixtures(Mistakes.FIXTURES);

  private static void assertTold(String request, String way) throws Exception {
    Told told = Mistakes.ask(GATEWAY, request);
    assertThat(told.hint()).contains(way).endsWith(way.endsWith("?") ? "?" : told.hint());
    assertThat(told.header()).isNotEmpty();
    assertThat(told.answer().text()).doesNotContain("did you mean", "write ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the host
        "vpcipan.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources | did you mean vpcipam.cn-hangzhou.aliyuncs.com (VpcIpam)?",
        "apigatewy.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources | did you mean apigateway.cn-qingdao.aliyuncs.com (CloudAPI)?",
        "vpc.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources | Vpc, whose host was called, has the version 2016-04-28, not 2023-02-28, which is that of VpcIpam: call vpcipam.cn-hangzhou.aliyuncs.com.",
        "vpc.cn-hangzhou.aliyuncs.com | Action=ListTagResources&RegionId=cn-hangzhou&ResourceType=IPAMPOOL&ResourceId.1=x | which is a type of VpcIpam: call vpcipam.cn-hangzhou.aliyuncs.com.",
        "nonsense-of-nobody.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources | forward.url leads to another mock",
        "mock.corp.example | ~ipam&Action=ListTagResources | put it into http.names, and its Version then leads to VpcIpam.",
        "mock.corp.example | Action=ListTagResources | put it into http.names, and send a Version.",
        // the version
        "127.0.0.1 | Action=ListTagResources&ResourceType=IPAM&ResourceId.1=ipam-1 | send Version=2023-02-28 for VpcIpam, or call its host, such as vpcipam.cn-hangzhou.aliyuncs.com.",
        "127.0.0.1 | Action=CreateApiGroup | send Version=2016-07-14 for CloudAPI",
        "127.0.0.1 | Action=ListTagResources | send one, such as Version=2",
        "127.0.0.1 | version=2023-02-28&Action=ListTagResources | version is ignored: write Version.",
        "127.0.0.1 | Version=2023-02-27&Action=ListTagResources | did you mean 2023-02-28 (VpcIpam)?",
        "127.0.0.1 | Version=2020-12-30&Action=ListTagResources | The version 2020-12-30 is that of several products",
        "vpcipam.cn-hangzhou.aliyuncs.com | Version=2016-07-14&Action=ListTagResources | which is that of CloudAPI: call apigateway.cn-hangzhou.aliyuncs.com.",
        "vpcipam.cn-hangzhou.aliyuncs.com | Version=1&Action=ListTagResources | has the version 2023-02-28, not 1.",
        // the action
        "vpcipam.cn-hangzhou.aliyuncs.com | `` | The request names no Action, and VpcIpam has ListTagResources, TagResources, UntagResources",
        "vpcipam.cn-hangzhou.aliyuncs.com | action=ListTagResources | action is ignored: write Action.",
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=ListTagResource | did you mean ListTagResources?",
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=UntagResource | did you mean UntagResources?",
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=CreateApiGroup | and CloudAPI has: call apigateway.cn-hangzhou.aliyuncs.com.",
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=MakeCoffee | it has ListTagResources",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&Format=yaml | Format is JSON or XML, not yaml.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=%zz | a % without two hexadecimal digits",
        // the region
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=ListTagResources&ResourceType=IPAM&ResourceId.1=ipam-1 | VpcIpam wants RegionId in every request, also where the host names a region: send RegionId=cn-hangzhou.",
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=ListTagResources&regionId=cn-hangzhou&ResourceType=IPAM&ResourceId.1=ipam-1 | regionId is ignored: write RegionId.",
        "vpcipam.cn-hangzhou.aliyuncs.com | Action=ListTagResources&RegionId=cn_hangzhou&ResourceType=IPAM | made of letters, digits and hyphens, such as cn-hangzhou, and not cn_hangzhou.",
        // the type
        "apigateway.cn-qingdao.aliyuncs.com | Action=ListTagResources&ResourceType=apigroup&ResourceId.1=orders | did you mean apiGroup?",
        "apigateway.cn-qingdao.aliyuncs.com | Action=ListTagResources&ResourceType=plugn&ResourceId.1=orders | did you mean plugin?",
        "apigateway.cn-qingdao.aliyuncs.com | Action=ListTagResources&ResourceType=IPAM&ResourceId.1=orders | which is a type of VpcIpam: call vpcipam.cn-qingdao.aliyuncs.com.",
        "apigateway.cn-qingdao.aliyuncs.com | Action=ListTagResources&ResourceType=teapot&ResourceId.1=orders | it has apiGroup",
        "apigateway.cn-qingdao.aliyuncs.com | Action=ListTagResources&resourceType=apiGroup&ResourceId.1=orders | resourceType is ignored: write ResourceType.",
        "apigateway.cn-qingdao.aliyuncs.com | Action=ListTagResources&ResourceId.1=orders | send one of apiGroup",
        // ids and tags
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&ResourceId=orders | ResourceId is ignored: write ResourceId.1.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&ResourceIds.1=orders | ResourceIds.1 is ignored: write ResourceId.1.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&resourceId.1=orders | resourceId.1 is ignored: write ResourceId.1.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&ResourceId.0=orders | members count from 1",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&ResourceId[0]=orders | is ignored",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&Tag.1.key=team | Tag.1.key is ignored: write Tag.1.Key and Tag.1.Value.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=TagResources&ResourceId.1=orders&Tag.Key.1=team | Tag.Key.1 is ignored: write Tag.1.Key and Tag.1.Value.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=TagResources&ResourceId.1=orders | The request names no tag: send Tag.1.Key.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources | The list names neither resources nor tags: send ResourceId.1 or Tag.1.Key.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=UntagResources&TagKey.1=a | The request names no resource: send ResourceId.1.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&~ids | names 51 resource ids and may name 50",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=TagResources&ResourceId.1=orders&~tags | names 21 tags and may name 20",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=TagResources&ResourceId.1=ipam-1&ResourceId.2=ipam-1&Tag.1.Key=a | The resource id ipam-1 stands twice.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=TagResources&ResourceId.1=ipam-1&Tag.1.Key=a&Tag.2.Key=a | The key a stands twice",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=TagResources&ResourceId.1=ipam-1&Tag.1.Value=a | Tag.1.Value has no Tag.1.Key beside it",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=TagResources&ResourceId.1=ipam-1&Tag.1.Key=acs:x | The tag key acs:x starts with acs:, which is not allowed.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=TagResources&ResourceId.1=ipam-1&Tag.1.Key=1x | starts with a character that is not allowed there.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=TagResources&ResourceId.1=ipam-1&Tag.1.Key=a&Tag.1.Value=http://x | The tag value http://x contains http://, which is not allowed.",
        // pages
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-1&MaxResults=51 | MaxResults is a whole number from 1 to 50, not 51.",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&ResourceId.1=orders&NextToken=-1 | NextToken=-1 is how CloudAPI says that a list ends",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-1&NextToken=-1 | here no token",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-1&NextToken=AAAA | was issued for another query, or never",
        // other products and envelopes
        "cs.cn-hangzhou.aliyuncs.com | Action=ListTagResources | CS is called by method and path",
        "tag.aliyuncs.com | Action=TagResources&RegionId=cn-hangzhou&ResourceARN.1=orders&Tags={} | A resource is named arn:acs:",
        "tag.aliyuncs.com | Action=ListTagResources&RegionId=cn-hangzhou&Tags=x | is a JSON object of texts",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=DeleteIpam | DeleteIpam needs IpamId, which was not sent.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=DeleteIpam&ipamId=x | ipamId is ignored: write IpamId.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=DeleteIpam&IpamId=x | No IPAM x was created in cn-hangzhou",
      })
  void aMistakeIsAnsweredWithTheWayOut(String host, String line, String way) throws Exception {
    assertTold(Http.get(host, Mistakes.query(line == null ? "" : line)), way == null ? "" : way);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // where it is instead
        "apigateway.cn-hangzhou.aliyuncs.com | Action=ListTagResources&ResourceType=apiGroup&ResourceId.1=orders | is in cn-qingdao, and the list looked in cn-hangzhou, which the host says: send RegionId=cn-qingdao, or call apigateway.cn-qingdao.aliyuncs.com.",
        "127.0.0.1 | Version=2016-07-14&Action=ListTagResources&ResourceType=apiGroup&ResourceId.1=orders | the gateway's default, since neither the request nor the host names one: send RegionId=cn-qingdao",
        "apigateway.cn-qingdao.aliyuncs.com | ~api&Action=ListTagResources&ResourceId.1=p-1 | The resource p-1 is of type plugin, and the list looked in cn-qingdao, which RegionId says, for apiGroup: send ResourceType=plugin.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=i-1 | The resource i-1 is of type instance of Ecs",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-11 | did you mean ipam-1?",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=something-else | holds others, such as ipam-1.",
        "vpcipam.cn-beijing.aliyuncs.com | Action=ListTagResources&RegionId=cn-beijing&ResourceType=IPAM&ResourceId.1=nothing | there are some in cn-hangzhou: send RegionId=cn-hangzhou",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-bare | The resource ipam-bare is there and has no tags.",
        // the filter that empties it
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-1&Tag.1.Key=team&Tag.1.Value=shop | its tag team is net, not shop.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-1&Tag.1.Key=Team | has no tag Team: did you mean team?",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&ResourceId.1=ipam-1&Tag.1.Key=colour | it has env, team.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&Tag.1.Key=team&Tag.1.Value=nobody | has the tag team with the value nobody: ipam-1 has it with net.",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&Tag.1.Key=tema | did you mean team?",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&Tag.1.Key=colour | has the tag colour; there are env, team",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListTagResources&Tag.1.Key=team&Tag.1.Value=shop&Tag.2.Key=env | none meets all 2 of them",
        "apigateway.cn-hangzhou.aliyuncs.com | Action=ListTagResources&ResourceType=apiGroup&Tag.1.Key=team | Nothing of type apiGroup with a tag is stored for CloudAPI in cn-hangzhou, which the host says; there are some in cn-qingdao",
        "vpcipam.cn-hangzhou.aliyuncs.com | ~ipam&Action=ListIpams | No IPAM was created by this account",
        "tag.aliyuncs.com | Action=ListTagResources&RegionId=cn-beijing&ResourceARN.1=arn:acs:ecs:*:*:instance/i-1 | of Ecs in cn-hangzhou, and the list looked in cn-beijing, which RegionId says: send RegionId=cn-hangzhou.",
        "tag.aliyuncs.com | Action=ListTagKeys&RegionId=cn-beijing | This account has no tags in cn-beijing; there are some in cn-qingdao, cn-hangzhou: send RegionId=cn-qingdao.",
        "tag.aliyuncs.com | Action=ListTagKeys&RegionId=cn-hangzhou&ResourceType=ALIYUN::ECS::DISK | Nothing of the type ALIYUN::ECS::DISK in cn-hangzhou meets the request",
        "tag.aliyuncs.com | Action=ListTagKeys&RegionId=cn-hangzhou&TagFilter.Key=tema | has the tag tema: did you mean team?",
        "tag.aliyuncs.com | Action=ListTagValues&RegionId=cn-hangzhou&Key=colour | has the tag colour; there are a, env, team",
        "tag.aliyuncs.com | Action=ListTagResources&RegionId=cn-hangzhou&Tags=%7B%22team%22%3A%22nobody%22%7D | has the tag team with the value nobody: ipam-1 has it with net.",
        "tag.aliyuncs.com | Action=ListTagResources&RegionId=cn-qingdao&Tags=%7B%22env%22%3A%22prod%22%7D | VpcIpam has one in cn-hangzhou: send RegionId=cn-hangzhou.",
        "tag.aliyuncs.com | Action=ListTagResources&RegionId=cn-hangzhou&Tags=%7B%22team%22%3A%22shop%22%2C%22env%22%3A%22prod%22%7D | and no resource has all 2.",
      })
  void aListWithoutRowsSaysWhyAndWhereThereAreSome(String host, String line, String way)
      throws Exception {
    Told told = Mistakes.ask(GATEWAY, Http.get(host, Mistakes.query(line)));
    assertThat(told.answer().outcome()).isEqualTo("200");
    assertThat(told.hint()).contains(way).endsWith(way.endsWith("?") ? "?" : ".");
    assertThat(told.header()).isEqualTo(told.hint());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, The body is JSON, 127.0.0.1",
    "application/json, The body is JSON, vpcipam.cn-hangzhou.aliyuncs.com",
    "application/x-www-form-urlencoded, under the content type of a form, vpcipam.cn-hangzhou.aliyuncs.com",
    "text/plain, The body is JSON, vpcipam.cn-hangzhou.aliyuncs.com",
  })
  void aJsonBodyIsToldWhereParametersGo(String type, String way, String host) throws Exception {
    String body = "{\"Action\":\"ListTagResources\"}";
    String head =
        Http.raw("POST /", host, "Content-Type: " + type, "Content-Length: " + body.length());
    assertTold(head + body, way);
  }

  @Test
  void aFormWithoutItsContentTypeIsTold() throws Exception {
    String body = "Action=ListTagResources";
    String head = Http.raw("POST /", Http.VPC, "Content-Length: " + body.length());
    assertTold(head + body, "without a content type and not read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /tag?region_id=cn-hangzhou | CS is called by method and path, and has nothing at GET /tag: did you mean GET /tags (ListTagResources)?",
        "PATCH /tags?region_id=cn-hangzhou | that path takes GET (ListTagResources), PUT (TagResources), DELETE (UntagResources).",
        "GET /tags?region_id=cn-hangzhou&resource_type=CLUSTR&resource_ids=[\"c\"] | did you mean CLUSTER?",
        "GET /tags?region_id=cn-hangzhou&resource_type=CLUSTER&resource_ids.1=c | resource_ids.1 is ignored: write resource_ids=[\"…\"].",
        "GET /tags?resource_type=CLUSTER&resource_ids=[\"c\"] | CS wants region_id",
      })
  void aProductOfTheRoaStyleIsExplainedInItsOwnNames(String start, String way) throws Exception {
    Told told =
        Mistakes.ask(GATEWAY, Http.raw(start.replace("\"", "%22"), "cs.cn-hangzhou.aliyuncs.com"));
    assertThat(told.hint()).contains(way);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT / | VpcIpam takes GET and POST, not PUT.",
        "GET /path | The path of a request is /, not /path.",
      })
  void aMethodOrPathIsToldTheRightOne(String start, String way) throws Exception {
    String query = "?" + Mistakes.query("~ipam&Action=ListTagResources");
    assertTold(Http.raw(start + query, Http.VPC), way);
  }

  @Test
  void aTagTooManyIsToldHowManyThereAre() throws Exception {
    String first = Mistakes.query("~ipam&Action=TagResources&ResourceId.1=full&~tags");
    assertThat(GATEWAY.ask(Http.get(Http.VPC, first.replace("&Tag.21.Key=k21", ""))).status())
        .isEqualTo(200);
    assertTold(
        Http.get(
            Http.VPC, Mistakes.query("~ipam&Action=TagResources&ResourceId.1=full&Tag.1.Key=z")),
        "at most 20 tags, and full has 20 before the 1 of the request");
  }

  @Test
  void aTokenOfAnotherQueryIsToldWhatMustBeTheSame() throws Exception {
    String page =
        GATEWAY
            .ask(
                Http.get(
                    Http.VPC,
                    Mistakes.query("~ipam&Action=ListTagResources&Tag.1.Key=team&MaxResults=1")))
            .parsed()
            .field("NextToken");
    assertThat(page).isNotEmpty();
    assertTold(
        Http.get(
            Http.VPC,
            Mistakes.query("~ipam&Action=ListTagResources&Tag.1.Key=env&NextToken=") + page),
        "with the same account, region, ResourceType, ids and tags as the page before");
  }

  @Test
  void whatBelongsToAnotherAccountIsToldInTheJournalAndNotToTheCaller() throws Exception {
    Told told =
        Mistakes.ask(
            GATEWAY,
            Http.get(
                Http.VPC,
                Mistakes.query("~ipam&Action=ListTagResources&ResourceId.1=ipam-hidden")));
    assertThat(told.hint())
        .contains("belongs to the account 6543210987654321", "use an access key of that account");
    assertThat(told.header())
        .contains("No resource ipam-hidden is stored")
        .doesNotContain("6543210987654321", "belongs");
  }

  @Test
  void aRequestThatSucceedsWithRowsHasNoHint() throws Exception {
    Told told =
        Mistakes.ask(
            GATEWAY,
            Http.get(
                Http.VPC, Mistakes.query("~ipam&Action=ListTagResources&ResourceId.1=ipam-1")));
    assertThat(told.header()).isEmpty();
    assertThat(told.journal()).contains("\"hint\":null");
  }
}
