package io.tagginggateway.store.postgresql.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.SharedStores;
import io.tagginggateway.core.state.StoreHost;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.store.postgresql.PostgresqlProvider;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fixtures of a start do to what is there, once however many start. */
@Timeout(120)
final class FixtureStartTest {
  private static final Partition PARTITION = new Partition("1234567890123456", "P", "r", "T");

  private final String schema = Postgres.newSchema();
  private final List<SharedStores> open = new ArrayList<>();

  private SharedStores gateway() {
    SharedStores stores =
        Stages.join(new PostgresqlProvider().open(Postgres.settings(schema), new Lender()));
    open.add(stores);
    return stores;
  }

  /** What a process lends. */
  private static final class Lender implements StoreHost {
    @Override
    public <T> Optional<T> find(Class<T> kind) {
      return kind == Vertx.class ? Optional.of(kind.cast(Postgres.vertx())) : Optional.empty();
    }
  }

  @AfterEach
  void close() {
    open.forEach(each -> Stages.join(each.close()));
  }

  private static Consumer<Draft> fixtures(String value) {
    return draft -> {
      draft.account(PARTITION.account());
      draft.add(
          PARTITION, new StoredResource("a", List.of(new Tag("from", value)), List.of(), true));
      draft.endOfSource(value + ".yaml");
    };
  }

  private static List<String> stored(SharedStores stores) {
    List<String> stored = new ArrayList<>();
    Exports.forEach(
        stores.current().tags(),
        PARTITION,
        each -> stored.add(each.id() + each.tags().stream().map(Tag::value).toList()));
    return stored;
  }

  private static void write(SharedStores stores, String id) {
    TagChange put = new TagChange.Put(List.of(id), List.of(new Tag("from", "caller")));
    Stages.join(stores.current().tags().change(PARTITION, put, new ChangeRules(20, false)));
  }

  @Test
  void ifEmptyLoadsIntoAStoreThatHoldsNothingAndNoOther() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.IF_EMPTY, fixtures("one")));
    write(first, "b");
    SharedStores second = gateway();
    Stages.join(second.start(FixtureMode.IF_EMPTY, fixtures("two")));
    assertThat(stored(second)).containsExactly("a[one]", "b[caller]");
    Stages.join(second.reset());
    assertThat(stored(first)).containsExactly("a[one]");
  }

  @Test
  void whatCallersWroteCountsForIfEmpty() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.NEVER, fixtures("one")));
    write(first, "b");
    SharedStores second = gateway();
    Stages.join(second.start(FixtureMode.IF_EMPTY, fixtures("two")));
    assertThat(stored(second)).containsExactly("b[caller]");
  }

  @Test
  void replacePutsThemInThePlaceOfAllThatIsThere() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.REPLACE, fixtures("one")));
    write(first, "b");
    SharedStores second = gateway();
    Stages.join(second.start(FixtureMode.REPLACE, fixtures("two")));
    assertThat(stored(first)).containsExactly("a[two]");
  }

  @Test
  void mergeAddsThem() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.MERGE, fixtures("one")));
    write(first, "b");
    SharedStores second = gateway();
    Stages.join(second.start(FixtureMode.MERGE, fixtures("two")));
    assertThat(stored(first)).containsExactly("a[two]", "b[caller]");
  }

  @Test
  void neverLoadsNothing() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.NEVER, fixtures("one")));
    assertThat(stored(first)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"IF_EMPTY", "REPLACE", "MERGE"})
  void tenThatStartAtOnceLoadOnce(FixtureMode mode) {
    List<SharedStores> ten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(gateway());
    }
    AtomicInteger loads = new AtomicInteger();
    List<CompletionStage<Void>> starts = new ArrayList<>();
    for (SharedStores each : ten) {
      starts.add(
          each.start(
              mode,
              draft -> {
                loads.incrementAndGet();
                fixtures("once").accept(draft);
              }));
    }
    starts.forEach(Stages::join);
    assertThat(loads).hasValue(1);
    ten.forEach(each -> assertThat(stored(each)).containsExactly("a[once]"));
  }

  @Test
  void fixturesThatAreBadAreToldAndNothingOfThemIsThere() {
    SharedStores first = gateway();
    IllegalStateException bad = new IllegalStateException("bad");
    assertThatThrownBy(
            () ->
                Stages.join(
                    first.start(
                        FixtureMode.IF_EMPTY,
                        draft -> {
                          fixtures("half").accept(draft);
                          throw bad;
                        })))
        .isSameAs(bad);
    assertThat(stored(first)).isEmpty();
    Stages.join(first.start(FixtureMode.IF_EMPTY, fixtures("good")));
    assertThat(stored(first)).containsExactly("a[good]");
  }

  @Test
  void whatAResetLeavesBehindIsSweptAndNothingElse() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.IF_EMPTY, fixtures("one")));
    for (int i = 0; i < 3; i++) {
      write(first, "b" + i);
      Stages.join(first.reset());
    }
    write(first, "c");
    String generations = "SELECT count(*) FROM " + schema + ".generation";
    assertThat(Postgres.number(generations)).isGreaterThan(3);
    Postgres.sql("UPDATE " + schema + ".generation SET retired = retired - interval '1 hour'");
    Database database = new Database(Postgres.vertx(), Postgres.settings(schema));
    Postgres.join(new Sweeper(database).sweep());
    Postgres.join(database.close());
    assertThat(Postgres.number(generations)).isEqualTo(2);
    String rows =
        "SELECT count(*) FROM "
            + schema
            + ".resource WHERE gen NOT IN (SELECT gen FROM "
            + schema
            + ".generation)";
    assertThat(Postgres.number(rows)).isZero();
    assertThat(stored(first)).containsExactly("a[one]", "c[caller]");
    Stages.join(first.reset());
    assertThat(stored(first)).containsExactly("a[one]");
  }

  @Test
  void theGaugesCountWhatIsDone() {
    SharedStores first = gateway();
    Stages.join(first.start(FixtureMode.NEVER, fixtures("one")));
    write(first, "b");
    assertThat(first.gauges())
        .anySatisfy(
            gauge -> {
              assertThat(gauge.name()).isEqualTo("store_change_calls");
              assertThat(gauge.value().getAsLong()).isEqualTo(1);
            })
        .anySatisfy(
            gauge -> {
              assertThat(gauge.name()).isEqualTo("store_statement_failures");
              assertThat(gauge.value().getAsLong()).isZero();
            });
  }
}
