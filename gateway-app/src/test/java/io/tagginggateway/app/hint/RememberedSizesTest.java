package io.tagginggateway.app.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.tag.TagStore;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RememberedSizesTest {
  private static final Partition PARTITION = new Partition("1", "P", "r", "T");

  @Test
  void aStoreIsAskedForItsSizesOnceAndForAllElseEachTime() {
    MemoryTagStore memory = new MemoryTagStore();
    TagStore store = new RememberedSizes(memory);
    assertThat(store.sizes().toCompletableFuture().join()).isEmpty();
    TagChange change = new TagChange.Put(List.of("a"), List.of(new Tag("k", "v")));
    store.change(PARTITION, change, new ChangeRules(20, false)).toCompletableFuture().join();
    assertThat(memory.sizes().join()).isNotEmpty();
    assertThat(store.sizes().toCompletableFuture().join()).isEmpty();
    assertThat(store.find(PARTITION, "a").toCompletableFuture().join()).isPresent();
  }
}
