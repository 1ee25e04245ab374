package io.tagginggateway.store.postgresql.state;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether two drafts were given the same, in the same order. Not thread-safe. */
final class DraftDigest {
  private static final byte END = 0;

  private final MessageDigest sha256;

  DraftDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Adds a text; no text of fixtures has a character of number 0. */
  void add(@Nullable String text) {
    sha256.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    sha256.update(END);
  }

  void add(Partition partition, StoredResource resource) {
    add(partition.account());
    add(partition.product());
    add(partition.region());
    add(partition.type());
    add(resource.id());
    add(resource.declared() ? "declared" : "");
    add(resource.tags());
    add(resource.systemTags());
  }

  private void add(List<Tag> tags) {
    for (Tag tag : tags) {
      add(tag.key());
      add(tag.value());
    }
    sha256.update(END);
  }

  void add(AccessKey key) {
    Instant expires = key.tokenExpires();
    add(key.id());
    add(key.secret());
    add(key.account());
    add(key.securityToken());
    add(expires == null ? null : expires.toString());
    add(key.disabled() ? "disabled" : "");
    add(key.arn());
  }

  /** Of all that was added; nothing is added any more. */
  byte[] digest() {
    return sha256.digest();
  }
}
