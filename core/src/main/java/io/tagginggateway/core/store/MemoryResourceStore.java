package io.tagginggateway.core.store;

import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Dependents;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.resource.Removal;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.resource.ResourceStore;
import io.tagginggateway.core.tag.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps created resources in memory, up to a number of bytes. Creations are rare beside tag calls,
 * so one lock serves all; nothing is done under it but a few steps in tables.
 */
public final class MemoryResourceStore implements ResourceStore {
  /** How much all resources together may take. Chosen. */
  static final long MAX_BYTES = 64L << 20;

  /** How many client tokens are remembered; beyond, the oldest is forgotten. Chosen. */
  static final int MAX_TOKENS = 10_000;

  private final Map<Partition, Map<String, ResourceRecord>> partitions = new HashMap<>();
  private final Map<TokenKey, Remembered> tokens = new LinkedHashMap<>();
  private long bytes;

  private record TokenKey(Partition partition, String token) {}

  private record Remembered(String asked, String id) {}

  /** An independent copy of this store. */
  public synchronized MemoryResourceStore copy() {
    MemoryResourceStore copy = new MemoryResourceStore();
    partitions.forEach(
        (partition, records) -> copy.partitions.put(partition, new LinkedHashMap<>(records)));
    copy.tokens.putAll(tokens);
    copy.bytes = bytes;
    return copy;
  }

  /** Gives an account everything that another one has in another store, and nothing else. */
  public void copyAccount(MemoryResourceStore from, String fromAccount, String toAccount) {
    Map<Partition, Map<String, ResourceRecord>> copied = from.copy().partitions;
    synchronized (this) {
      removeAccount(toAccount);
      copied.forEach(
          (partition, records) -> {
            if (partition.account().equals(fromAccount)) {
              Partition own = partition.ofAccount(toAccount);
              records.values().forEach(record -> add(own, record));
            }
          });
    }
  }

  /** Forgets everything of an account. */
  public synchronized void removeAccount(String account) {
    for (Partition partition : List.copyOf(partitions.keySet())) {
      if (partition.account().equals(account)) {
        List.copyOf(records(partition).keySet()).forEach(id -> drop(new Place(partition, id)));
      }
    }
    tokens.keySet().removeIf(key -> key.partition().account().equals(account));
  }

  @Override
  public synchronized CompletableFuture<Optional<ResourceRecord>> find(Place place) {
    return CompletableFuture.completedFuture(
        Optional.ofNullable(records(place.partition()).get(place.id())));
  }

  @Override
  public synchronized CompletableFuture<List<ResourceRecord>> list(Partition partition) {
    return CompletableFuture.completedFuture(List.copyOf(records(partition).values()));
  }

  @Override
  public synchronized CompletableFuture<Creation.Result> create(Creation creation) {
    return CompletableFuture.completedFuture(created(creation));
  }

  private Creation.Result created(Creation creation) {
    Creation.Token token = creation.token();
    TokenKey key = token == null ? null : new TokenKey(creation.first().partition(), token.text());
    Remembered before = key == null ? null : tokens.get(key);
    if (token != null && before != null) {
      return before.asked().equals(token.asked())
          ? new Creation.Repeated(before.id())
          : new Creation.TokenReused();
    }
    for (Place need : creation.needs()) {
      if (!records(need.partition()).containsKey(need.id())) {
        return new Creation.Missing(need);
      }
    }
    long more = creation.record().bytes();
    for (ResourceRecord record : creation.along().values()) {
      more += record.bytes();
    }
    if (bytes + more > MAX_BYTES) {
      return new Creation.Full();
    }
    add(creation.first().partition(), creation.record());
    creation.along().forEach((place, record) -> add(place.partition(), record));
    if (token != null && key != null) {
      remember(key, new Remembered(token.asked(), creation.first().id()));
    }
    return new Creation.Done();
  }

  private void remember(TokenKey key, Remembered what) {
    if (tokens.size() >= MAX_TOKENS) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    tokens.put(key, what);
  }

  @Override
  public synchronized CompletableFuture<Optional<ResourceRecord>> update(
      Place place, Map<String, String> changes, Instant now) {
    ResourceRecord before = records(place.partition()).get(place.id());
    ResourceRecord after = before == null ? null : before.with(changes, now);
    if (before != null && after != null) {
      if (bytes - before.bytes() + after.bytes() > MAX_BYTES) {
        return CompletableFuture.failedFuture(
            new IllegalStateException("the attributes of all resources take too much memory"));
      }
      add(place.partition(), after);
    }
    return CompletableFuture.completedFuture(Optional.ofNullable(after));
  }

  @Override
  public synchronized CompletableFuture<Removal> remove(Place place, List<Dependents> dependents) {
    if (!records(place.partition()).containsKey(place.id())) {
      return CompletableFuture.completedFuture(new Removal.NotFound());
    }
    List<Place> gone = new ArrayList<>(List.of(place));
    Place holding = holding(place.id(), dependents, gone);
    if (holding != null) {
      return CompletableFuture.completedFuture(new Removal.InUse(holding));
    }
    gone.forEach(this::drop);
    return CompletableFuture.completedFuture(new Removal.Done(List.copyOf(gone)));
  }

  /**
   * The resource that prevents a removal, or null; what is removed along is added to {@code gone}.
   */
  private @Nullable Place holding(String id, List<Dependents> dependents, List<Place> gone) {
    for (Dependents kind : dependents) {
      for (ResourceRecord record : records(kind.partition()).values()) {
        if (record.attribute(kind.attribute()).equals(id)) {
          Place place = new Place(kind.partition(), record.id());
          Place holding = record.along() ? holding(record.id(), kind.below(), gone) : place;
          if (holding != null) {
            return holding;
          }
          gone.add(place);
        }
      }
    }
    return null;
  }

  @Override
  public synchronized CompletableFuture<Void> put(Partition partition, ResourceRecord record) {
    add(partition, record);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Set<Partition>> partitions() {
    return CompletableFuture.completedFuture(Set.copyOf(partitions.keySet()));
  }

  private Map<String, ResourceRecord> records(Partition partition) {
    return partitions.getOrDefault(partition, Map.of());
  }

  private void add(Partition partition, ResourceRecord record) {
    ResourceRecord before =
        partitions
            .computeIfAbsent(partition, first -> new LinkedHashMap<>())
            .put(record.id(), record);
    bytes += record.bytes() - (before == null ? 0 : before.bytes());
  }

  private void drop(Place place) {
    Map<String, ResourceRecord> records = partitions.get(place.partition());
    ResourceRecord record = records == null ? null : records.remove(place.id());
    if (records != null && record != null) {
      bytes -= record.bytes();
      tokens.values().removeIf(remembered -> remembered.id().equals(place.id()));
      if (records.isEmpty()) {
        partitions.remove(place.partition());
      }
    }
  }
}
