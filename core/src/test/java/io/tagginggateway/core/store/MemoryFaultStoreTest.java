package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.state.FaultStore;
import io.tagginggateway.core.testing.store.FaultStoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryFaultStoreTest implements FaultStoreContract {
  private final FaultStore store = new MemoryFaultStore();

  @Override
  public List<FaultStore> faultStores() {
    return List.of(store);
  }

  @Test
  void everythingIsCompleteWhenItIsReturned() {
    assertThat(store.armed()).isCompleted();
    assertThat(store.add(new FaultStore.Rule("", 0, 1, 1, 0))).isCompleted();
    assertThat(store.strike("fault-1")).isCompletedWithValue(true);
    assertThat(store.all()).isCompleted();
    assertThat(store.remove("fault-1")).isCompletedWithValue(true);
    assertThat(store.clear()).isCompleted();
  }
}
