package io.tagginggateway.core.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A nonce as it is kept, in 16 bytes however long it was: the first half of its SHA-256, for which
 * nobody finds a second nonce by trying.
 */
record NonceHash(long high, long low) {

  static NonceHash of(String nonce) {
    byte[] hash = Hashes.digest(nonce.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new NonceHash(bytes.getLong(), bytes.getLong());
  }
}
