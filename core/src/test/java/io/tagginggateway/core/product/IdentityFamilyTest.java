package io.tagginggateway.core.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.product.file.ProductFileReader;
import io.tagginggateway.core.testing.ProductUnderTest;
import io.tagginggateway.core.testing.Reply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools ask before they get to work: who am I, which role, which host, which regions. */
final class IdentityFamilyTest {
  private static final String FILE =
      """
      schema: 1
      product: Sample
      version: "2020-01-01"
      name: Sample
      standing: chosen
      style: rpc
      hosts: {label: sample, names: [sample.<region>.aliyuncs.com, sample.aliyuncs.com], location: samples}
      format: json
      methods: [GET, POST]
      region: none
      identity:
        - {operation: WhoAmI, does: caller-identity}
        - operation: TakeRole
          does: assume-role
          errors:
            bad-role: {code: BadRole, status: 400, message: "{value}"}
            bad-session-name: {code: BadSession, status: 400, message: "{value}"}
            bad-duration: {code: BadDuration, status: 400, message: "{value}"}
            role-not-found: {code: NoRole, status: 404, message: "{value}"}
        - operation: ListHosts
          does: endpoints
          errors:
            missing-parameter: {code: "Missing{parameter}", status: 400, message: "{parameter}?"}
        - operation: ListRegions
          does: regions
          regions: [{id: cn-hangzhou, name: Hangzhou}, {id: cn-beijing, name: Beijing}]
        - {operation: ListBought, does: available-instances}
      """;

  private final ProductUnderTest product =
      new ProductUnderTest(
          ProductFileReader.read("Sample.yaml", FILE).product(), ServiceSettings.DEFAULT);

  @Test
  void whoHasNoKeyIsTheAccount() {
    assertThat(product.ask("WhoAmI").body())
        .contains("\"AccountId\":\"1234567890123456\"")
        .contains("\"Arn\":\"acs:ram::1234567890123456:root\"")
        .contains("\"IdentityType\":\"Account\"")
        .doesNotContain("RoleId");
  }

  @Test
  void whoeverTakesARoleIsItsSessionFromThenOn() {
    String role = "acs:ram::1234567890123456:role/ops";
    Reply taken = product.ask("TakeRole&RoleSessionName=s1&RoleArn=" + role);
    assertThat(taken.error()).isEqualTo("200");
    Matcher key = Pattern.compile("\"AccessKeyId\":\"(STS\\.[^\"]+)\"").matcher(taken.body());
    assertThat(key.find()).isTrue();
    String session = "\"Arn\":\"acs:ram::1234567890123456:assumed-role/ops/s1\"";
    assertThat(taken.body())
        .contains(session)
        .containsPattern("\"AssumedRoleId\":\"3[0-9]{17}:s1\"")
        .containsPattern("\"AccessKeySecret\":\"[A-Za-z0-9]{44}\"")
        .containsPattern("\"SecurityToken\":\"CAIS[A-Za-z0-9]{188}\"")
        .containsPattern("\"Expiration\":\"[0-9-]{10}T[0-9:]{8}Z\"");
    assertThat(product.ask("WhoAmI&AccessKeyId=" + key.group(1)).body())
        .contains(session)
        .contains("\"IdentityType\":\"AssumedRoleUser\"")
        .containsPattern("\"RoleId\":\"3[0-9]{17}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RoleArn=ops&RoleSessionName=s | 400 BadRole: ops",
        "RoleArn=acs:ram::1234567890123456:role/ops | 400 BadSession: ",
        "RoleArn=acs:ram::1234567890123456:role/ops&RoleSessionName=a b | 400 BadSession: a b",
        "RoleArn=acs:ram::1234567890123456:role/o&RoleSessionName=s&DurationSeconds=899 | 400 BadDuration: 899",
        "RoleArn=acs:ram::1234567890123456:role/o&RoleSessionName=s&DurationSeconds=900 | 200",
        "RoleArn=acs:ram::1234567890123456:role/o&RoleSessionName=s&DurationSeconds=43200 | 200",
        "RoleArn=acs:ram::1234567890123456:role/o&RoleSessionName=s&DurationSeconds=43201 | 400 BadDuration: 43201",
        "RoleArn=acs:ram::1234567890123456:role/o&RoleSessionName=s&DurationSeconds=x | 400 BadDuration: x",
        "RoleArn=acs:ram::7:role/o&RoleSessionName=s | 404 NoRole: acs:ram::7:role/o",
      })
  void aRoleThatCannotBeTakenIsRefused(String sent, String error) {
    assertThat(product.ask("TakeRole&" + sent.replace(" ", "%20")).error().trim())
        .isEqualTo(error.trim());
  }

  @Test
  void aHostIsToldByTheCodeInTheLocationService() {
    assertThat(product.ask("ListHosts&Id=CN-beijing&ServiceCode=Samples").body())
        .contains("\"Endpoint\":\"sample.cn-beijing.aliyuncs.com\"")
        .contains("\"Type\":\"openAPI\"")
        .contains("\"Protocols\":[\"HTTP\",\"HTTPS\"]");
    for (String nothing : new String[] {"ServiceCode=other", "ServiceCode=samples&Type=inner"}) {
      assertThat(product.ask("ListHosts&Id=cn-beijing&" + nothing).body())
          .contains("\"Endpoint\":[]");
    }
    assertThat(product.ask("ListHosts&Id=cn-beijing").error())
        .isEqualTo("400 MissingServiceCode: ServiceCode?");
    assertThat(product.ask("ListHosts&Id=&ServiceCode=samples").error())
        .isEqualTo("400 MissingId: Id?");
  }

  @Test
  void aProductWithoutRegionalHostsHasOneForAllRegions() {
    ProductUnderTest central =
        new ProductUnderTest(
            ProductFileReader.read(
                    "Sample.yaml", FILE.replace("sample.<region>.aliyuncs.com, ", ""))
                .product(),
            ServiceSettings.DEFAULT);
    assertThat(central.ask("ListHosts&Id=cn-beijing&ServiceCode=samples").body())
        .contains("\"Endpoint\":\"sample.aliyuncs.com\",\"Id\":\"cn-beijing\"");
  }

  @Test
  void eachRegionIsToldWithTheHostOfTheProductThere() {
    assertThat(product.ask("ListRegions").body())
        .contains(
            "{\"RegionId\":\"cn-hangzhou\",\"LocalName\":\"Hangzhou\","
                + "\"RegionEndpoint\":\"sample.cn-hangzhou.aliyuncs.com\",\"Status\":\"available\"}")
        .contains("\"RegionEndpoint\":\"sample.cn-beijing.aliyuncs.com\"");
  }

  @Test
  void nothingWasBought() {
    assertThat(product.ask("ListBought&PageSize=7&PageNum=0").body())
        .contains("\"PageSize\":7,\"PageNum\":1,\"TotalCount\":0,\"InstanceList\":[]");
    assertThat(product.ask("ListBought").body()).contains("\"PageSize\":20");
  }

  @Test
  void itsOperationsReadAndTellTheirErrors() {
    Operation takeRole =
        ProductFileReader.read("Sample.yaml", FILE).product().operation("takerole");
    assertThat(takeRole.reads()).isFalse();
    assertThat(takeRole.lists()).isFalse();
    assertThat(takeRole.errors())
        .extracting(error -> error.code())
        .containsExactly("BadRole", "BadSession", "BadDuration", "NoRole");
  }
}
