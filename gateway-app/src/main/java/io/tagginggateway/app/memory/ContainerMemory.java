package io.tagginggateway.app.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds the memory limit of the control group that the process runs in, of version 1 or 2: the
 * smallest from its own group up to the root, since each holds.
 */
final class ContainerMemory {
  /** Version 1 writes the largest number of pages where there is no limit. */
  private static final long UNLIMITED = 1L << 60;

  private final Path root;

  /** Looks below {@code root}, which is {@code /} but in tests. */
  ContainerMemory(Path root) {
    this.root = root;
  }

  /** The limit in bytes; empty if there is none, or no way to know it. */
  OptionalLong limit() {
    OptionalLong least = OptionalLong.empty();
    for (String line : lines(root.resolve("proc/self/cgroup"))) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && parts[1].isEmpty()) {
        least = least(least, "sys/fs/cgroup", parts[2], "memory.max");
      } else if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
        least = least(least, "sys/fs/cgroup/memory", parts[2], "memory.limit_in_bytes");
      }
    }
    return least;
  }

  /** Within a container the group's path may be that of the host; then the mount's root counts. */
  private OptionalLong least(OptionalLong so, String mount, String group, String file) {
    Path top = root.resolve(mount);
    OptionalLong least = so;
    String below = group.startsWith("/") ? group.substring(1) : group;
    for (Path directory = top.resolve(below).normalize();
        directory != null && directory.startsWith(top);
        directory = directory.getParent()) {
      long limit = number(directory.resolve(file));
      if (limit < least.orElse(UNLIMITED)) {
        least = OptionalLong.of(limit);
      }
    }
    return least;
  }

  private static long number(Path file) {
    List<String> lines = lines(file);
    String text = lines.isEmpty() ? "" : lines.get(0).strip();
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
