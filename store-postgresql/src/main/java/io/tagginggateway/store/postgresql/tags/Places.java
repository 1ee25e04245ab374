package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.store.postgresql.db.Database;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that stand for product, region and type in every key: 64 bits of a hash, so that
 * nothing is looked up. What a number means is written down before it is used first. Thread-safe.
 */
public final class Places {
  /** Beyond it the names are forgotten, and written down again: that changes nothing. Chosen. */
  private static final int MAX_NAMED = 10_000;

  private final Database database;
  private final Set<Long> named = ConcurrentHashMap.newKeySet();

  /** The places of a database. */
  public Places(Database database) {
    this.database = database;
  }

  /** The number of a partition's product, region and type. */
  public static long of(Partition partition) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {partition.product(), partition.region()}) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      byte[] hash = digest.digest(partition.type().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** The number of a partition's product, region and type, once it is written down. */
  public CompletionStage<Long> named(Partition partition) {
    long place = of(partition);
    if (named.contains(place)) {
      return CompletableFuture.completedFuture(place);
    }
    return database
        .change(
            TagStatements.NAME_PLACE,
            Tuple.of(place, partition.product(), partition.region(), partition.type()),
            rows -> place)
        .thenApply(
            done -> {
              if (named.size() >= MAX_NAMED) {
                named.clear();
              }
              named.add(place);
              return place;
            });
  }
}
