package io.tagginggateway.app.journal;

import static io.tagginggateway.app.TestGateway.ipam;
import static io.tagginggateway.app.TestGateway.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.TestGateway;
import io.tagginggateway.app.rpc.BrokenGateway;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class JournalTest {
  private final TestGateway gateway = TestGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static Map<String, String> parameters(JournalEntry entry) {
    Map<String, String> all = new LinkedHashMap<>();
    entry.parameters().forEach(all::put);
    return all;
  }

  private List<JournalEntry> find(String product, String action, String key, String code) {
    return gateway.journal.find(query(product, action, key, code));
  }

  private static JournalQuery query(String product, String action, String key, String code) {
    Map<JournalField, String> fields = new EnumMap<>(JournalField.class);
    fields.put(JournalField.PRODUCT, product);
    fields.put(JournalField.ACTION, action);
    fields.put(JournalField.ACCESS_KEY_ID, key);
    fields.put(JournalField.CODE, code);
    fields.values().removeIf(Objects::isNull);
    return new JournalQuery(fields, Map.of(), Integer.MAX_VALUE);
  }

  @Test
  void tellsEverythingThatWasAsked() throws Exception {
    gateway.get(ipam("TagResources", "&AccessKeyId=k&ResourceId.1=i&Tag.1.Key=a&Tag.2.Key=b"));
    String answer = gateway.get(ipam("ListTagResources", "&AccessKeyId=k&ResourceId.1=i")).body();
    JournalEntry entry = gateway.journal().get(0);
    assertThat(answer).contains("\"RequestId\":\"" + entry.requestId() + '"');
    assertThat(entry.product()).isEqualTo("VpcIpam");
    assertThat(entry.region()).isEqualTo("cn-hangzhou");
    assertThat(entry.account()).isEqualTo(TestGateway.ACCOUNT);
    assertThat(entry.accessKeyId()).isEqualTo("k");
    assertThat(entry.action()).isEqualTo("ListTagResources");
    assertThat(parameters(entry)).containsEntry("ResourceId.1", "i").hasSize(6);
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.code()).isNull();
    assertThat(entry.rows()).isEqualTo(2);
    assertThat(entry.micros()).isPositive();
    assertThat(entry.time()).isBetween(1_700_000_000_000L, System.currentTimeMillis());
  }

  @Test
  void neverKeepsSecrets() throws Exception {
    gateway.get(
        ipam("ListTagResources", "&ResourceId.1=i")
            + "&Signature=s3cret1&SecurityToken=s3cret2&AccessKeySecret=s3cret3"
            + "&Authorization=s3cret4&signature=s3cret5&x-acs-security-token=s3cret6"
            + "&SignatureNonce=n0nce");
    Map<String, String> parameters = parameters(gateway.journal().get(0));
    assertThat(parameters)
        .containsEntry("Signature", "***")
        .containsEntry("SignatureNonce", "n0nce");
    assertThat(parameters.values()).noneMatch(value -> value.contains("s3cret"));
  }

  @Test
  void findsByWhatAnEntryTellsNewestFirst() throws Exception {
    gateway.get(ipam("ListTagResources", "&AccessKeyId=k1"));
    gateway.get(plugin("ListTagResources", "&AccessKeyId=k2&ResourceId.1=i"));
    gateway.get(ipam("CreateIpam", ""));
    assertThat(find("VpcIpam", null, null, null)).hasSize(2);
    assertThat(find(null, "ListTagResources", null, null))
        .extracting(JournalEntry::accessKeyId)
        .containsExactly("k2", "k1");
    assertThat(find(null, "CreateIpam", null, null)).hasSize(1);
    assertThat(find(null, null, "k2", null)).hasSize(1);
    assertThat(find(null, null, null, "MissingParameter.TagsAndResourceIds")).hasSize(1);
    assertThat(find("CloudAPI", null, "k1", null)).isEmpty();
    assertThat(gateway.journal.find(new JournalQuery(Map.of(), Map.of(), 1)))
        .extracting(JournalEntry::action)
        .containsExactly("CreateIpam");
  }

  @Test
  void keepsTheLastOnesAlone() throws Exception {
    Journal small;
    try (TestGateway other = TestGateway.with(Map.of("journal.capacity", "3"))) {
      for (int i = 0; i < 5; i++) {
        other.get(ipam("ListTagResources", "&ResourceId.1=" + i));
      }
      small = other.journal;
    }
    assertThat(small.find(JournalQuery.ALL))
        .extracting(entry -> parameters(entry).get("ResourceId.1"))
        .containsExactly("4", "3", "2");
    assertThat(small.size()).isEqualTo(3);
    small.clear();
    assertThat(small.find(JournalQuery.ALL)).isEmpty();
    assertThat(small.size()).isZero();
  }

  @Test
  void keepsNothingWhereItIsSwitchedOff() throws Exception {
    try (TestGateway other = TestGateway.with(Map.of("journal.capacity", "0"))) {
      other.get(ipam("ListTagResources", "&ResourceId.1=i"));
      assertThat(other.journal()).isEmpty();
    }
  }

  @Test
  void forgetsTheOldestWhenItTakesTooMuchMemory() throws Exception {
    Journal bounded = new Journal(1000, 40_000);
    BrokenGateway.Parts parts = new BrokenGateway.Parts();
    parts.observer = bounded::add;
    try (BrokenGateway other = new BrokenGateway(parts)) {
      for (int i = 0; i < 30; i++) {
        String big = "&Extra=" + "y".repeat(KeptParameters.MAX_VALUE - 1);
        other.ask("ListTagResources", "&Number=" + i + big.repeat(8)).join();
      }
      assertThat(bounded.size()).isEqualTo(bounded.find(JournalQuery.ALL).size()).isBetween(2, 5);
      assertThat(parameters(bounded.find(JournalQuery.ALL).get(0)).get("Number")).isEqualTo("29");
      for (int i = 0; i < 30; i++) {
        other.ask("ListTagResources", "&Number=" + i).join();
      }
    }
    assertThat(bounded.size()).isEqualTo(bounded.find(JournalQuery.ALL).size()).isGreaterThan(15);
    bounded.clear();
    assertThat(bounded.size()).isZero();
  }

  @Test
  void cutsNoCharacterOfTwoSurrogatesApart() throws Exception {
    String padding = "x".repeat(KeptParameters.MAX_VALUE - 2);
    gateway.get("Action=List&Value=" + padding + "%F0%9D%84%9E".repeat(2));
    assertThat(parameters(gateway.journal().get(0)).get("Value")).isEqualTo(padding + "…");
  }

  @Test
  void staysWithinItsBoundHoweverLargeARequestIs() throws Exception {
    String huge = "x".repeat(20_000);
    gateway.get("Action=" + huge + "&AccessKeyId=" + huge + "&" + huge + "=1");
    StringBuilder many = new StringBuilder(ipam("ListTagResources", ""));
    for (int i = 0; i < 400; i++) {
      many.append("&Extra.").append(i).append('=').append("y".repeat(60));
    }
    gateway.get(many.toString());
    List<Integer> sizes = new ArrayList<>();
    for (JournalEntry entry : gateway.journal()) {
      int[] characters = {0};
      entry.parameters().forEach((name, value) -> characters[0] += name.length() + value.length());
      sizes.add(characters[0] + String.valueOf(entry.action()).length());
    }
    assertThat(sizes)
        .hasSize(2)
        .allSatisfy(size -> assertThat(size).isLessThan(KeptParameters.MAX_CHARACTERS + 300));
    assertThat(parameters(gateway.journal().get(1)).get("AccessKeyId"))
        .hasSize(KeptParameters.MAX_VALUE)
        .endsWith("…");
    assertThat(parameters(gateway.journal().get(0)).get("…")).endsWith(" more");
  }
}
