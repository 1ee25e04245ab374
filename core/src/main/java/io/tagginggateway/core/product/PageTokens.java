package io.tagginggateway.core.product;

import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagFilter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens of cursors and back. Not thread-safe. A token holds the cursor and checksums of it
 * and of the query it belongs to, so that it needs no memory, survives a restart, may be used
 * twice, and is refused when it was edited or belongs to another query, product or account.
 */
public final class PageTokens {
  private static final int CHECKSUM_BYTES = Long.BYTES;

  /** The most bytes of a character of Java's. */
  private static final int UTF_8_MAX = 3;

  /** The query as the checksums read it, up to its position. */
  private final ByteBuffer query;

  /** Tokens of the query that asks {@code partition} for these resources and filters. */
  public PageTokens(Partition partition, List<String> resourceIds, List<TagFilter> filters) {
    List<String> place =
        List.of(partition.account(), partition.product(), partition.region(), partition.type());
    query = ByteBuffer.allocate(room(place) + room(resourceIds) + roomOfFilters(filters));
    place.forEach(this::add);
    query.putInt(resourceIds.size());
    resourceIds.forEach(this::add);
    query.putInt(filters.size());
    for (TagFilter filter : filters) {
      add(filter.key());
      query.putInt(filter.value() == null ? 0 : 1);
      add(filter.value() == null ? "" : filter.value());
    }
  }

  /** The token of the page that goes on from a cursor. */
  public String encode(Cursor cursor) {
    byte[] place = cursor.place();
    ByteBuffer token = ByteBuffer.allocate(CHECKSUM_BYTES + place.length);
    token.putLong(checksums(place)).put(place);
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
    if (bytes.length < CHECKSUM_BYTES
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
      return null;
    }
    byte[] place = Arrays.copyOfRange(bytes, CHECKSUM_BYTES, bytes.length);
    return checksums(place) == ByteBuffer.wrap(bytes).getLong() ? new Cursor(place) : null;
  }

  /** Of two polynomials without a common factor: as good as a checksum of 64 bits. */
  private long checksums(byte[] place) {
    return checksum(new CRC32(), place) << Integer.SIZE | checksum(new CRC32C(), place);
  }

  private long checksum(Checksum checksum, byte[] place) {
    checksum.update(query.array(), 0, query.position());
    checksum.update(place, 0, place.length);
    return checksum.getValue();
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    query.putInt(bytes.length).put(bytes);
  }

  /** The most bytes that a list of texts takes, its size included. */
  private static int room(List<String> texts) {
    int room = Integer.BYTES;
    for (String text : texts) {
      room += room(text);
    }
    return room;
  }

  private static int roomOfFilters(List<TagFilter> filters) {
    int room = Integer.BYTES;
    for (TagFilter filter : filters) {
      String value = filter.value();
      room += room(filter.key()) + Integer.BYTES + room(value == null ? "" : value);
    }
    return room;
  }

  private static int room(String text) {
    return Integer.BYTES + UTF_8_MAX * text.length();
  }
}
