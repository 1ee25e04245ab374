package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.Nonces;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nonces that every gateway knows: of those that bring the same one, at once or one after the
 * other, one inserts it. What is due is thrown out by those that come, some at a time. Beyond a
 * number, which the sweep holds, those that are due first go as well, and what was signed no later
 * than they were has no room any more: it may be one of them.
 */
final class PgNonces implements Nonces {
  private static final Logger LOG = LoggerFactory.getLogger(PgNonces.class);

  /** 128 bits, which nobody can meet by trying. */
  private static final int BYTES = 16;

  private static final int SWEEP_EVERY = 64;

  /** More than come between two sweeps, so that what is due grows no backlog. */
  private static final int SWEEP_AT_ONCE = 4 * SWEEP_EVERY;

  private static final Statement REMEMBER =
      new Statement("nonce_remember", "SELECT remember_nonce($1, $2, $3, $4)");

  /** Gateways that sweep at once take different ones, and none waits. */
  private static final Statement SWEEP =
      new Statement(
          "nonce_sweep",
          "DELETE FROM nonce WHERE id = ANY (ARRAY(SELECT id FROM nonce WHERE until < $1 ORDER BY"
              + " until LIMIT "
              + SWEEP_AT_ONCE
              + " FOR UPDATE SKIP LOCKED))");

  private final Database database;
  private final AtomicLong remembered = new AtomicLong();

  PgNonces(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Outcome> remember(
      String accessKeyId, String nonce, long signedAt, long now, long until) {
    if (remembered.incrementAndGet() % SWEEP_EVERY == 0) {
      sweep(now);
    }
    long signedUntil = signedAt + until - Math.max(now, signedAt);
    return database.change(
        REMEMBER,
        Tuple.of(Buffer.buffer(id(accessKeyId, nonce)), until, now, signedUntil),
        rows -> outcome(rows.iterator().next().getInteger(0)));
  }

  private static Outcome outcome(int code) {
    return switch (code) {
      case 0 -> Outcome.NEW;
      case 1 -> Outcome.USED;
      case 2 -> Outcome.NO_ROOM;
      default -> throw new IllegalStateException("a nonce ended with " + code);
    };
  }

  private void sweep(long now) {
    database
        .change(SWEEP, Tuple.of(now), rows -> rows)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.debug("Nonces that are due are thrown out later", failure);
              }
            });
  }

  /** The length of the key stands before it, so that no two pairs are written the same. */
  private static byte[] id(String accessKeyId, String nonce) {
    byte[] key = accessKeyId.getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = sha256();
    digest.update((key.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(key);
    return Arrays.copyOf(digest.digest(nonce.getBytes(StandardCharsets.UTF_8)), BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
