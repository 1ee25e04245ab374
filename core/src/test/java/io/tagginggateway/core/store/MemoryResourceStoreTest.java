package io.tagginggateway.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.testing.store.ResourceStoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryResourceStoreTest implements ResourceStoreContract {
  private static final Partition PARTITION = new Partition("1", "P", "r", "T");
  private static final Instant NOW = Instant.EPOCH;

  @Override
  public List<ResourceStore> newResourceStores() {
    return List.of(new MemoryResourceStore());
  }

  @Test
  void aFullStoreRefusesWhatIsNewAndWhatGrows() {
    MemoryResourceStore store = new MemoryResourceStore();
    String quarter = "x".repeat((int) (MemoryResourceStore.MAX_BYTES / 8 - 1000));
    for (int i = 0; i < 4; i++) {
      assertThat(create(store, "r" + i, quarter)).isEqualTo(new Creation.Done());
    }
    assertThat(create(store, "r4", quarter)).isEqualTo(new Creation.Full());
    Place first = new Place(PARTITION, "r0");
    assertThat(store.find(new Place(PARTITION, "r4")).join()).isEmpty();
    assertThatThrownBy(() -> store.update(first, Map.of("more", quarter), NOW).join())
        .hasMessageContaining("too much memory");
    store.remove(first, List.of()).join();
    assertThat(create(store, "r4", quarter)).isEqualTo(new Creation.Done());
  }

  @Test
  void anAccountIsGivenWhatAnotherHasAndTheTwoAreIndependent() {
    MemoryResourceStore from = new MemoryResourceStore();
    create(from, "r0", "v");
    MemoryResourceStore to = new MemoryResourceStore();
    to.copyAccount(from, "1", "2");
    Place copied = new Place(PARTITION.ofAccount("2"), "r0");
    assertThat(to.find(copied).join()).map(ResourceRecord::attributes).contains(Map.of("k", "v"));
    assertThat(to.partitions().join()).containsExactly(PARTITION.ofAccount("2"));
    from.removeAccount("1");
    assertThat(from.partitions().join()).isEmpty();
    assertThat(to.find(copied).join()).isPresent();
    to.copyAccount(from, "1", "2");
    assertThat(to.find(copied).join()).isEmpty();
  }

  private static Creation.Result create(MemoryResourceStore store, String id, String value) {
    ResourceRecord record = new ResourceRecord(id, Map.of("k", value), false, NOW, NOW);
    return store
        .create(new Creation(new Place(PARTITION, id), record, Map.of(), List.of(), null))
        .join();
  }
}
