package io.tagginggateway.core.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.state.SharedLog.Line;
import io.tagginggateway.core.state.SharedLog.Written;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.testing.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link SharedLog}. Whoever makes one implements this in a test class. */
public interface SharedLogContract {

  /** At least two that share their log, each a gateway's. */
  List<Stores> stores();

  private List<SharedLog> cleared() {
    List<SharedLog> logs = stores().stream().map(each -> each.log().orElseThrow()).toList();
    logs.forEach(log -> log.onGather(() -> CompletableFuture.completedFuture(null)));
    Stages.join(logs.get(0).clear());
    return logs;
  }

  private static Line line(long micros, long number, String text) {
    return new Line(micros, number, text);
  }

  private static List<String> all(SharedLog log, int page) {
    List<String> texts = new ArrayList<>();
    String place = null;
    while (true) {
      List<Written> lines = Stages.join(log.before(place, page));
      if (lines.isEmpty()) {
        return texts;
      }
      assertThat(lines).hasSizeLessThanOrEqualTo(page);
      lines.forEach(each -> texts.add(each.line().document()));
      place = lines.get(lines.size() - 1).place();
    }
  }

  @Test
  default void linesOfAllGatewaysComeNewestFirstPageByPage() {
    List<SharedLog> logs = cleared();
    for (int i = 0; i < 10; i++) {
      Stages.join(logs.get(i % logs.size()).append(List.of(line(1000 + i, i, "line " + i))));
    }
    List<String> expected = LongStream.range(0, 10).mapToObj(i -> "line " + (9 - i)).toList();
    for (SharedLog log : logs) {
      for (int page : new int[] {1, 3, 100}) {
        assertThat(all(log, page)).isEqualTo(expected);
      }
      assertThat(Stages.join(log.before(null, 100))).filteredOn(Written::own).isNotEmpty();
      assertThat(Stages.join(log.before(null, 100))).filteredOn(each -> !each.own()).isNotEmpty();
    }
  }

  @Test
  default void linesOfOneMomentAreToldApartAndOneThatIsSentAgainComesOnce() {
    List<SharedLog> logs = cleared();
    List<Line> lines = List.of(line(5, 1, "a"), line(5, 2, "b\né\uD83D\uDE00"), line(5, 3, ""));
    logs.forEach(log -> Stages.join(log.append(lines)));
    logs.forEach(log -> Stages.join(log.append(lines)));
    logs.forEach(
        log ->
            assertThat(all(log, 2)).hasSize(3 * logs.size()).contains("a", "b\né\uD83D\uDE00", ""));
    assertThat(all(logs.get(0), 2)).isEqualTo(all(logs.get(1), 100));
  }

  @Test
  default void theOldestAreForgotten() {
    List<SharedLog> logs = cleared();
    Stages.join(logs.get(0).trim(3));
    for (int i = 0; i < 6; i++) {
      Stages.join(logs.get(i % logs.size()).append(List.of(line(i, i, "line " + i))));
    }
    Stages.join(logs.get(1).trim(4));
    assertThat(all(logs.get(0), 100)).containsExactly("line 5", "line 4", "line 3", "line 2");
    Stages.join(logs.get(0).trim(4));
    assertThat(all(logs.get(1), 100)).hasSize(4);
    Stages.join(logs.get(1).clear());
    assertThat(all(logs.get(0), 100)).isEmpty();
  }

  @Test
  default void whoGathersSeesWhatWaitsAtEveryOtherGateway() {
    List<SharedLog> logs = cleared();
    AtomicInteger number = new AtomicInteger();
    for (SharedLog log : logs.subList(1, logs.size())) {
      log.onGather(
          () -> {
            int next = number.incrementAndGet();
            return log.append(List.of(line(next, next, "gathered")));
          });
    }
    for (int round = 1; round <= 10; round++) {
      Stages.join(logs.get(0).gather());
      assertThat(all(logs.get(0), 100)).hasSizeGreaterThanOrEqualTo(round * (logs.size() - 1));
    }
    cleared();
  }
}
