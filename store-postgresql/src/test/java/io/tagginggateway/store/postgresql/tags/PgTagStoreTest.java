package io.tagginggateway.store.postgresql.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.testing.store.TagStoreChanges;
import io.tagginggateway.core.testing.store.TagStoreContract;
import io.tagginggateway.core.testing.store.TagStoreExports;
import io.tagginggateway.core.testing.store.TagStoreHistory;
import io.tagginggateway.core.testing.store.TagStoreReaders;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of stores but for its pages, which take as long and are in {@link TagPagesTest}: the
 * two run side by side.
 */
class PgTagStoreTest
    implements TagStoreChanges, TagStoreHistory, TagStoreReaders, TagStoreExports, PgStoreFactory {

  @Test
  void thisAndItsPagesAreTheWholeContract() {
    assertThat(Set.of(PgTagStoreTest.class.getInterfaces()))
        .containsAll(
            Set.of(TagStoreContract.class.getInterfaces()).stream()
                .filter(part -> !part.isAssignableFrom(TagPagesTest.class))
                .toList());
  }
}
