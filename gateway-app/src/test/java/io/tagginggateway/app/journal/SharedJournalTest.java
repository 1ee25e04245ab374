package io.tagginggateway.app.journal;

import static io.tagginggateway.app.TestGateway.ipam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.app.rpc.BrokenGateway;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.state.SharedLog;
import io.tagginggateway.core.tag.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The journals of two gateways over one log. */
@Timeout(60)
final class SharedJournalTest {
  private static final int CAPACITY = 600;

  private final Lines lines = new Lines();
  private final Journal first = journal(16 << 20);
  private final Journal second = journal(16 << 20);
  private Journal writer = first;
  private final Journal own = new Journal(1000, 16 << 20);
  private final BrokenGateway gateway = watched();

  /** What all have written, and how to let each write. */
  private static final class Lines {
    private final List<SharedLog.Written> written = new ArrayList<>();
    private final List<Supplier<CompletionStage<Void>>> gateways = new ArrayList<>();
    private volatile boolean down;
    private volatile Consumer<List<SharedLog.Line>> appending = more -> {};
  }

  /** One gateway's view of the lines. */
  private record View(Lines lines, String name) implements SharedLog {
    private static final Comparator<Written> NEWEST_FIRST =
        Comparator.comparingLong((Written each) -> each.line().micros())
            .thenComparing(Written::place)
            .reversed();

    private <T> CompletionStage<T> up(Supplier<T> result) {
      if (lines.down) {
        return CompletableFuture.failedFuture(new StoreUnavailableException("it is down"));
      }
      synchronized (lines) {
        return CompletableFuture.completedFuture(result.get());
      }
    }

    @Override
    public CompletionStage<Void> append(List<Line> more) {
      lines.appending.accept(more);
      return up(
          () -> {
            for (Line line : more) {
              String place = name + String.format("%09d", line.number());
              lines.written.add(new Written(line, false, place));
            }
            return null;
          });
    }

    private List<Written> sorted() {
      return lines.written.stream().sorted(NEWEST_FIRST).toList();
    }

    @Override
    public CompletionStage<List<Written>> before(String place, int max) {
      return up(
          () ->
              sorted().stream()
                  .dropWhile(each -> place != null && !each.place().equals(place))
                  .skip(place == null ? 0 : 1)
                  .limit(max)
                  .map(
                      each -> new Written(each.line(), each.place().startsWith(name), each.place()))
                  .toList());
    }

    @Override
    public CompletionStage<Void> trim(int keep) {
      return up(
          () -> {
            lines.written.retainAll(sorted().stream().limit(keep).toList());
            return null;
          });
    }

    @Override
    public CompletionStage<Void> clear() {
      return up(
          () -> {
            lines.written.clear();
            return null;
          });
    }

    @Override
    public CompletionStage<Void> gather() {
      CompletionStage<Void> all = CompletableFuture.completedFuture(null);
      for (Supplier<CompletionStage<Void>> each : lines.gateways) {
        all = all.thenCombine(each.get(), (before, done) -> null);
      }
      return all;
    }

    @Override
    public void onGather(Supplier<CompletionStage<Void>> flush) {
      lines.gateways.add(flush);
    }
  }

  private Journal journal(long bytes) {
    SharedLog view = new View(lines, "gateway-" + lines.gateways.size() + "-");
    return new Journal(view, ProductBundle.installed(), CAPACITY, bytes);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private BrokenGateway watched() {
    BrokenGateway.Parts parts = new BrokenGateway.Parts();
    parts.observer =
        (exchange, sent, now) -> {
          own.add(exchange, sent, now);
          writer.add(exchange, sent, now);
        };
    return new BrokenGateway(parts);
  }

  private void ask(Journal by, String id) throws Exception {
    writer = by;
    gateway
        .get(ipam("TagResources", "&AccessKeyId=k&ResourceId.1=" + id + "&Tag.1.Key=a&Signature=s"))
        .join();
  }

  private static List<String> ids(Journal journal) {
    return journal.find(JournalQuery.ALL).stream()
        .map(entry -> entry.parameters().get("ResourceId.1"))
        .toList();
  }

  private static JournalQuery of(String resourceId, int limit) {
    return new JournalQuery(Map.of(JournalField.RESOURCE_ID, resourceId), Map.of(), limit);
  }

  @Test
  void whateverAnyGatewayAnsweredEveryoneSeesAtOnceNewestFirst() throws Exception {
    for (int i = 0; i < 6; i++) {
      ask(i % 2 == 0 ? first : second, "r" + i);
      assertThat(ids(i % 2 == 0 ? second : first)).contains("r" + i).hasSize(i + 1);
    }
    assertThat(ids(first)).isEqualTo(ids(second));
    assertThat(first.find(of("r3", 9))).hasSize(1);
    assertThat(first.find(of("none", 9))).isEmpty();
    assertThat(first.find(new JournalQuery(Map.of(), Map.of(), 2))).hasSize(2);
    assertThat(first.size()).isZero();
  }

  private static String operation(JournalEntry entry) {
    return entry.operation() == null ? "none" : entry.operation().name();
  }

  @Test
  void anEntryComesBackAsItWasWritten() throws Exception {
    gateway.fault("{'fault':{'type':'error','code':'Throttling.User'},'times':1}");
    ask(first, "é%F0%9F%98%80");
    writer = first;
    gateway.get("Action=Nonsense&Version=2023-02-28&" + "p=" + "x".repeat(3000)).join();
    List<JournalEntry> local = own.find(JournalQuery.ALL);
    List<JournalEntry> shared = second.find(JournalQuery.ALL);
    assertThat(shared).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(shared.get(i))
          .usingRecursiveComparison()
          .ignoringFields("time", "micros", "operation", "from", "parameters", "answer")
          .isEqualTo(local.get(i));
      assertThat(operation(shared.get(i))).isEqualTo(operation(local.get(i)));
      assertThat(shared.get(i).client()).isEqualTo(local.get(i).client());
      assertThat(shared.get(i).answer().text()).isEqualTo(local.get(i).answer().text());
      assertThat(shared.get(i).resources()).isEqualTo(local.get(i).resources());
      assertThat(shared.get(i).parameters().texts()).isEqualTo(local.get(i).parameters().texts());
    }
    assertThat(shared.get(1).fault()).isEqualTo("error");
    synchronized (lines) {
      assertThat(lines.written)
          .noneMatch(each -> each.line().document().contains("Signature\",\"s"));
    }
  }

  @Test
  void itIsBoundedOverAllGateways() throws Exception {
    for (int i = 0; i < CAPACITY + 1100; i++) {
      ask(i % 2 == 0 ? first : second, "r" + i);
    }
    assertThat(ids(second)).hasSize(CAPACITY).contains("r" + (CAPACITY + 1099));
    synchronized (lines) {
      assertThat(lines.written).hasSizeLessThan(CAPACITY + 1100);
    }
    second.clear();
    assertThat(ids(first)).isEmpty();
  }

  @Test
  void ofMoreThanTheLogKeepsOnlyTheNewestAreSent() throws Exception {
    lines.down = true;
    for (int i = 0; i < CAPACITY + 50; i++) {
      ask(first, "r" + i);
    }
    assertThat(first.size()).isEqualTo(CAPACITY);
    lines.down = false;
    first.flush();
    synchronized (lines) {
      assertThat(lines.written).hasSize(CAPACITY);
    }
    assertThat(ids(second)).startsWith("r" + (CAPACITY + 49)).endsWith("r50");
  }

  @Test
  void whatIsBeingSentCounts() throws Exception {
    Queue<Integer> missing = new ConcurrentLinkedQueue<>();
    lines.appending = more -> missing.add(Math.max(0, more.size() - first.size()));
    ask(first, "r1");
    assertThat(ids(second)).containsExactly("r1");
    assertThat(missing).containsOnly(0);
    assertThat(first.size()).isZero();
  }

  @Test
  void whatWaitsForAStoreThatIsDownIsBoundedAndComesLater() throws Exception {
    Journal small = journal(40_000);
    lines.down = true;
    List<String> asked = IntStream.range(0, 100).mapToObj(i -> "r" + i).toList();
    for (String id : asked) {
      ask(small, id);
    }
    assertThatThrownBy(() -> small.find(JournalQuery.ALL))
        .hasRootCauseInstanceOf(StoreUnavailableException.class);
    assertThat(small.size()).isBetween(5, 60);
    lines.down = false;
    assertThat(ids(first)).hasSizeBetween(5, 60).startsWith("r99");
    assertThat(small.size()).isZero();
  }

  @Test
  void aReaderOfOneGatewayHearsWhatAllAnswerOnce() throws Exception {
    BlockingQueue<String> heard = new ArrayBlockingQueue<>(100);
    ask(second, "before");
    assertThat(ids(second)).containsExactly("before");
    Runnable end =
        first.read(entry -> heard.add(String.valueOf(entry.parameters().get("ResourceId.1"))));
    ask(first, "mine");
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("mine");
    for (int i = 0; i < 3; i++) {
      ask(second, "theirs" + i);
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("theirs" + i);
    }
    end.run();
    assertThat(heard).isEmpty();
  }
}
