package io.tagginggateway.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.testing.store.StoresContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StateHolderTest implements StoresContract {
  private final StateHolder shared = new StateHolder(GatewayState.empty());

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

  @Override
  public List<Stores> stores() {
    return List.of(shared);
  }

  @Test
  void requestsUnderWayFinishOnTheStateTheyBeganWith() {
    StateHolder holder = new StateHolder(state(ACCOUNT, "a", "1"));
    GatewayState before = holder.current();
    holder.restart(state(ACCOUNT, "b", "2")).join();
    tag(before, "3");
    assertThat(content(before, IPAMS))
        .containsExactly("1[Tag[key=of, value=a]]", "3[Tag[key=new, value=]]");
    assertThat(before.accessKeys()).containsOnlyKeys("a");
    assertThat(content(holder.current(), IPAMS)).containsExactly("2[Tag[key=of, value=b]]");
    assertThat(holder.current().accessKeys()).containsOnlyKeys("b");
  }

  @Test
  void everythingIsCompleteWhenItIsReturned() {
    StateHolder holder = new StateHolder(state(ACCOUNT, "a", "1"));
    assertThat(holder.current().find("a")).isCompleted();
    assertThat(holder.current().find("b")).isCompleted();
    assertThat(holder.current().admitGuest("guest", GUESTS, 0)).isCompletedWithValue(true);
    assertThat(holder.current().declaredKeys()).isCompleted();
    assertThat(holder.reset()).isCompleted();
    assertThat(holder.health()).isCompletedWithValue(Stores.Health.GOOD);
  }
}
