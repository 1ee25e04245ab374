package io.tagginggateway.core.auth;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The nonces of one access key, and how many count until which second. Not thread-safe.
 *
 * <p>Each call does a bounded piece of the work, so that no request pays for all the others: a new
 * table fills from the old one as nonces come.
 */
final class KeyNonces {
  private static final int LEAST_PLACES = 16;

  /** A new table has so many places for each nonce, and one that has twice as many is too large. */
  private static final int SPREAD = 2;

  /** It also has this part of the old one's places: room for what comes until the old one moved. */
  private static final int ROOM = 8;

  /** How many places of the old table move with each nonce that comes. */
  private static final int MOVED = 64;

  private static final long SECOND = 1000;

  private final TreeMap<Long, Second> seconds = new TreeMap<>();
  private NonceTable table = new NonceTable(LEAST_PLACES);
  private @Nullable NonceTable old;
  private int moved;
  private long size;
  private long lastUntil = Long.MIN_VALUE;

  /** The second to which a nonce was added before, or null. */
  private @Nullable Second latest;

  /** The latest signing time among the nonces that were forgotten before they expired. */
  private long forgottenUpTo = Long.MIN_VALUE;

  /** The last second that was dropped. What counts until it or less is not there any more. */
  private long droppedUntil;

  /** How many nonces count until the same second. */
  private static final class Second {
    private final long until;
    private long nonces;
    private long latestSigned = Long.MIN_VALUE;

    private Second(long until) {
      this.until = until;
    }
  }

  /** Whether a nonce is known, and still counts. */
  boolean isUsed(NonceHash nonce, long now) {
    long until = table.until(nonce.high(), nonce.low());
    if (old != null) {
      until = Math.max(until, old.until(nonce.high(), nonce.low()));
    }
    return until >= now && until > droppedUntil;
  }

  /** Whether a request of this time may be one whose nonce was forgotten. */
  boolean mayHaveForgotten(long signedAt) {
    return signedAt <= forgottenUpTo;
  }

  /** Adds one that is not used. */
  void add(NonceHash nonce, long signedAt, long until) {
    makeRoom();
    long end = Math.max(-Math.floorDiv(-until, SECOND) * SECOND, droppedUntil + SECOND);
    Second second = latest;
    if (second == null || second.until != end) {
      second = seconds.computeIfAbsent(end, Second::new);
      latest = second;
    }
    second.nonces++;
    second.latestSigned = Math.max(second.latestSigned, signedAt);
    table.put(nonce.high(), nonce.low(), end);
    lastUntil = Math.max(lastUntil, end);
    size++;
  }

  private void makeRoom() {
    if (old != null) {
      int end = Math.min(old.places(), moved + MOVED);
      while (moved < end) {
        old.move(moved++, table, droppedUntil);
      }
      old = end < old.places() ? old : null;
    } else if (table.isFull() || table.places() > LEAST_PLACES + 2 * SPREAD * size) {
      old = table;
      moved = 0;
      long places = SPREAD * size + old.places() / ROOM;
      table = new NonceTable((int) Math.max(LEAST_PLACES, places));
    }
  }

  /** Drops some of those that do not count any more, and tells how many. */
  long dropDue(long now) {
    long dropped = 0;
    // Twice, so that there get fewer of them, also with a nonce a second.
    for (int i = 0; i < 2 && !seconds.isEmpty() && seconds.firstKey() < now; i++) {
      dropped += dropFirst().nonces;
    }
    return dropped;
  }

  /** Whether all that would be forgotten next was signed before this time. */
  boolean oldestIsBefore(long signedAt) {
    return !seconds.isEmpty() && seconds.firstEntry().getValue().latestSigned < signedAt;
  }

  /** Forgets those that count for the shortest time, and tells how many. */
  long forgetOldest() {
    Second oldest = dropFirst();
    forgottenUpTo = Math.max(forgottenUpTo, oldest.latestSigned);
    return oldest.nonces;
  }

  private Second dropFirst() {
    Second first = seconds.pollFirstEntry().getValue();
    latest = first == latest ? null : latest;
    droppedUntil = first.until;
    size -= first.nonces;
    return first;
  }

  /** Whether nothing of it counts any more. */
  boolean isDue(long now) {
    return lastUntil < now;
  }

  /** How many it holds. */
  long size() {
    return size;
  }

  /** How many places its tables have, which is what it takes in memory. */
  int places() {
    return table.places() + (old == null ? 0 : old.places());
  }
}
