package io.tagginggateway.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.state.GuestLimits;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StateHolderTest {
  private static final String ACCOUNT = "1234567890123456";
  private static final Partition IPAMS = new Partition(ACCOUNT, "VpcIpam", "cn-hangzhou", "IPAM");
  private static final GuestLimits GUESTS = new GuestLimits(ACCOUNT, 9, Duration.ofHours(1));

  private static GatewayState state(String account, String key, String... ids) {
    MemoryTagStore store = new MemoryTagStore();
    List<StoredResource> resources = new ArrayList<>();
    for (String id : ids) {
      resources.add(new StoredResource(id, List.of(new Tag("of", key)), List.of(), true));
    }
    store.put(new Partition(account, "VpcIpam", "cn-hangzhou", "IPAM"), resources).join();
    AccessKey accessKey = new AccessKey(key, "s", account, null, null, false);
    return new GatewayState(store, List.of(account), Map.of(key, accessKey));
  }

  private static List<String> content(GatewayState state, Partition partition) {
    List<String> content = new ArrayList<>();
    Exports.forEach(state.store(), partition, found -> content.add(found.id() + found.tags()));
    return content;
  }

  private static void tag(GatewayState state, String id) {
    state
        .store()
        .change(
            IPAMS,
            new TagChange.Put(List.of(id), List.of(new Tag("new", ""))),
            new ChangeRules(20, false))
        .join();
  }

  @Test
  void whatIsAddedReplacesWhatIsInBothAndKeepsTheRest() {
    StateHolder holder = new StateHolder(state(ACCOUNT, "a", "1", "2"));
    GatewayState before = holder.current();
    holder.add(state(ACCOUNT, "b", "2", "3")).join();
    tag(before, "4");
    assertThat(content(holder.current(), IPAMS))
        .containsExactly(
            "1[Tag[key=of, value=a]]",
            "2[Tag[key=of, value=b]]",
            "3[Tag[key=of, value=b]]",
            "4[Tag[key=new, value=]]");
    assertThat(holder.current().accounts()).containsExactly(ACCOUNT);
    assertThat(holder.current().accessKeys()).containsOnlyKeys("a", "b");
    assertThat(before.accessKeys()).containsOnlyKeys("a");
  }

  @Test
  void aResetForgetsWhatWasAddedReplacedAndWritten() {
    StateHolder holder = new StateHolder(state(ACCOUNT, "a", "1"));
    for (int i = 0; i < 2; i++) {
      tag(holder.current(), "2");
      holder.add(state(ACCOUNT, "b", "3")).join();
      holder.reset().join();
      assertThat(content(holder.current(), IPAMS)).containsExactly("1[Tag[key=of, value=a]]");
      assertThat(holder.current().accessKeys()).containsOnlyKeys("a");
    }
    holder.replace(state(ACCOUNT, "c", "9")).join();
    holder.reset().join();
    assertThat(content(holder.current(), IPAMS)).containsExactly("1[Tag[key=of, value=a]]");
  }

  @Test
  void aRestartIsWhatAResetGoesBackTo() {
    StateHolder holder = new StateHolder(state(ACCOUNT, "a", "1"));
    holder.restart(state(ACCOUNT, "b", "2")).join();
    tag(holder.current(), "3");
    holder.reset().join();
    assertThat(content(holder.current(), IPAMS)).containsExactly("2[Tag[key=of, value=b]]");
  }

  @Test
  void aGuestKeepsItsTagsWhenSomethingIsAddedAndNewOnesStartWithIt() {
    StateHolder holder = new StateHolder(state(ACCOUNT, "a", "1"));
    Partition guest = new Partition("guest", "VpcIpam", "cn-hangzhou", "IPAM");
    assertThat(holder.current().admitGuest("guest", GUESTS, 0).join()).isTrue();
    holder
        .current()
        .store()
        .put(guest, List.of(new StoredResource("x", List.of(), List.of(), true)))
        .join();
    holder.add(state(ACCOUNT, "b", "2")).join();
    assertThat(holder.current().admitGuest("guest", GUESTS, 1).join()).isTrue();
    assertThat(content(holder.current(), guest)).containsExactly("1[Tag[key=of, value=a]]", "x[]");
    assertThat(holder.current().admitGuest("other", GUESTS, 1).join()).isTrue();
    assertThat(content(holder.current(), new Partition("other", "VpcIpam", "cn-hangzhou", "IPAM")))
        .containsExactly("1[Tag[key=of, value=a]]", "2[Tag[key=of, value=b]]");
    holder.add(state("guest", "c", "3")).join();
    assertThat(content(holder.current(), guest)).contains("3[Tag[key=of, value=c]]", "x[]");
  }
}
