package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagFilter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens of cursors and back. Not thread-safe. A token holds the cursor and a digest of it
 * and of the query it belongs to, so that it needs no memory, survives a restart, may be used
 * twice, and is refused when it was edited or belongs to another query, product or account.
 */
public final class PageTokens {
  private static final int DIGEST_BYTES = 8;

  private final MessageDigest query;

  /** Tokens of the query that asks {@code partition} for these resources and filters. */
  public PageTokens(Partition partition, List<String> resourceIds, List<TagFilter> filters) {
    query = sha256();
    add(partition.account());
    add(partition.product());
    add(partition.region());
    add(partition.type());
    addCount(resourceIds.size());
    resourceIds.forEach(this::add);
    addCount(filters.size());
    for (TagFilter filter : filters) {
      add(filter.key());
      addCount(filter.value() == null ? 0 : 1);
      add(filter.value() == null ? "" : filter.value());
    }
  }

  /** The token of the page that goes on from a cursor. */
  public String encode(Cursor cursor) {
    byte[] place = cursor.place();
    ByteBuffer token = ByteBuffer.allocate(DIGEST_BYTES + place.length);
    token.position(DIGEST_BYTES);
    token.put(place);
    token.put(0, digest(token.array()), 0, DIGEST_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /** The cursor in a token, or null if this query never issued it. */
  public @Nullable Cursor decode(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
    if (bytes.length < DIGEST_BYTES
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)
        || !Arrays.equals(digest(bytes), 0, DIGEST_BYTES, bytes, 0, DIGEST_BYTES)) {
      return null;
    }
    return new Cursor(Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length));
  }

  private byte[] digest(byte[] token) {
    try {
      MessageDigest copy = (MessageDigest) query.clone();
      copy.update(token, DIGEST_BYTES, token.length - DIGEST_BYTES);
      return copy.digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addCount(bytes.length);
    query.update(bytes);
  }

  private void addCount(int count) {
    query.update(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
