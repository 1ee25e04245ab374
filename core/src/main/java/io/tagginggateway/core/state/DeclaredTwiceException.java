package io.tagginggateway.core.state;

import io.tagginggateway.core.tag.Partition;
import org.jspecify.annotations.Nullable;

/** Fixtures declare one resource twice. */
public final class DeclaredTwiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Partition partition;
  private final String id;
  private final @Nullable String first;

  /**
   * Names the resource.
   *
   * @param first the source that declares it first, or null if both are in one
   */
  public DeclaredTwiceException(Partition partition, String id, @Nullable String first) {
    super(reason(partition, id, first));
    this.partition = partition;
    this.id = id;
    this.first = first;
  }

  private static String reason(Partition partition, String id, @Nullable String first) {
    String where = first == null ? "" : ", first in " + first;
    return partition.type() + " " + id + " is declared twice" + where;
  }

  /** What is wrong, in one line. */
  public String reason() {
    return reason(partition, id, first);
  }

  /** Where the resource is. */
  public Partition partition() {
    return partition;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** The source that declares it first, or null if both are in one. */
  public @Nullable String first() {
    return first;
  }
}
