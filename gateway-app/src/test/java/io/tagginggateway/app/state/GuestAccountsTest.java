package io.tagginggateway.app.state;

import static io.tagginggateway.app.TestGateway.ipam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.TestGateway;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GuestAccountsTest {
  private static final String DEFAULT = TestGateway.ACCOUNT;
  private static final GuestLimits TWO = new GuestLimits(DEFAULT, 2, Duration.ofMinutes(60));
  private static final long HOUR = TWO.idle().toMillis();

  private static GatewayState state() {
    MemoryTagStore store = new MemoryTagStore();
    for (String account : List.of(DEFAULT, "declared")) {
      store
          .put(
              new Partition(account, "VpcIpam", "cn-hangzhou", "IPAM"),
              List.of(new StoredResource("i", List.of(new Tag("from", account)), List.of(), true)))
          .join();
    }
    return new GatewayState(
        store,
        List.of(DEFAULT, "declared"),
        Map.of("known", new AccessKey("known", "s", DEFAULT, null, null, false)));
  }

  private static String rows(TestGateway gateway, String key) throws Exception {
    String keyed = key.isEmpty() ? "" : "&AccessKeyId=" + key;
    return gateway.get(ipam("ListTagResources", "&ResourceId.1=i" + keyed)).body();
  }

  private static int size(GatewayState state, String account) {
    Partition partition = new Partition(account, "VpcIpam", "cn-hangzhou", "IPAM");
    return state.store().sizes().join().getOrDefault(partition, TagStore.Size.NONE).resources();
  }

  @Test
  void eachUnknownKeyStartsFromTheFixturesAndNeverMeetsAnother() throws Exception {
    try (TestGateway gateway = TestGateway.isolated(state())) {
      gateway.get(ipam("TagResources", "&AccessKeyId=known&ResourceId.1=i&Tag.1.Key=later"));
      gateway.get(ipam("TagResources", "&AccessKeyId=a&ResourceId.1=i&Tag.1.Key=mine"));
      assertThat(rows(gateway, "a")).contains("\"from\"", "\"mine\"").doesNotContain("\"later\"");
      assertThat(rows(gateway, "b")).contains("\"from\"").doesNotContain("\"mine\"", "\"later\"");
      assertThat(rows(gateway, "")).contains("\"later\"").doesNotContain("\"mine\"");
      assertThat(rows(gateway, "known")).contains("\"later\"").doesNotContain("\"mine\"");
      assertThat(rows(gateway, "2222222222222222")).contains("\"TagResources\":[]");
      assertThat(rows(gateway, "declared")).contains("\"TagValue\":\"declared\"");
      assertThat(gateway.journal().get(4).account()).isEqualTo("b");
    }
  }

  @Test
  void aKeyBeyondTheBoundIsRefusedInTheDialectAndTakesNothingAway() throws Exception {
    try (TestGateway gateway = TestGateway.isolated(state())) {
      gateway.get(ipam("TagResources", "&AccessKeyId=a&ResourceId.1=i&Tag.1.Key=mine"));
      GuestLimits limits = GuestLimits.of(DEFAULT);
      for (int i = 1; i < limits.max(); i++) {
        long now = System.currentTimeMillis();
        assertThat(gateway.state.current().admitGuest("guest" + i, limits, now).join()).isTrue();
      }
      assertThat(rows(gateway, "c")).contains("\"Code\":\"ServiceUnavailable\"");
      assertThat(rows(gateway, "x".repeat(129)))
          .contains("\"Code\":\"InvalidAccessKeyId.NotFound\"");
      assertThat(rows(gateway, "a")).contains("\"mine\"");
    }
  }

  @Test
  void theLeastRecentlyUsedGoesFirstWhenItWasUnusedForTheIdleTime() {
    GatewayState state = state();
    assertThat(state.admitGuest("a", TWO, 0).join()).isTrue();
    assertThat(state.admitGuest("b", TWO, 1).join()).isTrue();
    assertThat(state.admitGuest("a", TWO, 2).join()).isTrue();
    assertThat(state.admitGuest("c", TWO, HOUR).join()).isFalse();
    assertThat(state.admitGuest("c", TWO, HOUR + 1).join()).isTrue();
    assertThat(size(state, "a")).isEqualTo(1);
    assertThat(size(state, "b")).isZero();
    assertThat(size(state, "c")).isEqualTo(1);
    assertThat(state.admitGuest("declared", TWO, HOUR + 1).join()).isTrue();
  }

  @Test
  void anotherStateHasItsOwnGuests() {
    GatewayState first = state();
    assertThat(first.admitGuest("a", TWO, 0).join()).isTrue();
    GatewayState second = state();
    assertThat(second.admitGuest("a", TWO, 0).join()).isTrue();
    assertThat(size(second, "a")).isEqualTo(1);
  }
}
