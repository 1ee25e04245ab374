package io.tagginggateway.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a file is another than before. The real path is part of it, since Kubernetes
 * changes a ConfigMap by leading a symbolic link to another directory.
 *
 * @param realPath the file behind all links, or null if there is none
 * @param modified when it was written, or null if there is none
 * @param size its bytes
 */
record FileStamp(@Nullable Path realPath, @Nullable FileTime modified, long size) {
  private static final FileStamp ABSENT = new FileStamp(null, null, 0);

  static FileStamp of(Path file) {
    try {
      Path real = file.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      return new FileStamp(real, attributes.lastModifiedTime(), attributes.size());
    } catch (IOException e) {
      return ABSENT;
    }
  }

  // Written out: the JVM makes a record's own when they are first called, which a start would pay.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileStamp that
        && size == that.size
        && Objects.equals(realPath, that.realPath)
        && Objects.equals(modified, that.modified);
  }

  @Override
  public int hashCode() {
    return Objects.hash(realPath, modified, size);
  }
}
