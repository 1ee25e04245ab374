package io.tagginggateway.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit of a control group, as the system's files tell it. */
final class ContainerMemoryTest {
  private static final long MIB = 1 << 20;

  @TempDir private Path root;

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private OptionalLong limit() {
    return new ContainerMemory(root).limit();
  }

  @Test
  void thereIsNoneWithoutControlGroups() {
    assertThat(limit()).isEmpty();
  }

  @Test
  void ofVersionTwo() throws IOException {
    file("proc/self/cgroup", "0::/pod/container");
    file("sys/fs/cgroup/pod/container/memory.max", "134217728");
    assertThat(limit()).hasValue(128 * MIB);
  }

  @Test
  void ofVersionOneBesideOtherControllers() throws IOException {
    file("proc/self/cgroup", "9:cpu,cpuacct:/a\n8:hugetlb,memory:/docker/x\n0::/ignored");
    file("sys/fs/cgroup/memory/docker/x/memory.limit_in_bytes", "134217728");
    assertThat(limit()).hasValue(128 * MIB);
  }

  @Test
  void theSmallestOfAllParentsHolds() throws IOException {
    file("proc/self/cgroup", "0::/pod/container");
    file("sys/fs/cgroup/pod/container/memory.max", "max");
    file("sys/fs/cgroup/pod/memory.max", "67108864");
    file("sys/fs/cgroup/memory.max", "134217728");
    assertThat(limit()).hasValue(64 * MIB);
  }

  @Test
  void withinAContainerTheMountsRootIsTheGroup() throws IOException {
    file("proc/self/cgroup", "4:memory:/kubepods/pod1/abc");
    file("sys/fs/cgroup/memory/memory.limit_in_bytes", "134217728");
    assertThat(limit()).hasValue(128 * MIB);
  }

  @Test
  void noLimitIsNone() throws IOException {
    file("proc/self/cgroup", "4:memory:/a\n0::/b");
    file("sys/fs/cgroup/memory/a/memory.limit_in_bytes", "9223372036854771712");
    file("sys/fs/cgroup/b/memory.max", "max");
    assertThat(limit()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadAreNone() throws IOException {
    file("proc/self/cgroup", "nonsense\n4:memory:/../../etc\n0::");
    file("sys/fs/cgroup/memory.max", "-1");
    assertThat(limit()).isEmpty();
  }
}
