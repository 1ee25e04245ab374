package io.tagginggateway.store.postgresql.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** At 1,000,000 rows each statement uses its index and reads no table from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlansTest {
  static final Partition PARTITION = new Partition("1234567890123456", "P", "r", "T");
  private static final long PLACE = Places.of(PARTITION);
  private static final int RESOURCES = 100_000;

  private final Database database = Postgres.open(Postgres.newSchema());

  @BeforeAll
  void fill() {
    fill(database.settings().schema(), RESOURCES);
    Postgres.sql("ANALYZE");
  }

  /** Fills a schema with resources of ten tags each. */
  static void fill(String schema, int resources) {
    Postgres.sql(
        "SET search_path = " + schema,
        "INSERT INTO place VALUES (" + PLACE + ", 'P', 'r', 'T')",
        "INSERT INTO resource (gen, account, place, id, ord, tags) SELECT 1, '"
            + PARTITION.account()
            + "', "
            + PLACE
            + ", 'r' || n, 1024 * n, jsonb_build_object('env', n % 2, 'owner', n % 150, 'n', n,"
            + " 'k3', '', 'k4', '', 'k5', '', 'k6', '', 'k7', '', 'k8', '', 'k9', '')"
            + " FROM generate_series(1, "
            + resources
            + ") n",
        "SELECT fill_generation(1, 1)");
  }

  @AfterAll
  void close() {
    Postgres.join(database.close());
  }

  static Stream<Arguments> pages() {
    String[] none = {};
    return Stream.of(
        page(TagStatements.BY_IDS, "resource_pkey", ids(), 0L, "{}", none, 12L),
        page(TagStatements.BY_IDS, "resource_pkey", ids(), 0L, "{\"env\":\"1\"}", keys(), 12L),
        page(TagStatements.ALL, "resource_ord", 1024L * RESOURCES / 2, 12L, false),
        page(TagStatements.ALL, "resource_ord", 1024L * RESOURCES / 2, 500L, true),
        page(TagStatements.BY_TAG, "tag_value", "owner", "7", 1024L * RESOURCES / 2, 12L),
        page(TagStatements.BY_KEY, "tag_pkey", "env", 1024L * RESOURCES / 2, 12L),
        page(TagStatements.BY_TAGS, "tag_value", keys(), new String[] {"1", "7"}, 0L, 12L),
        page(TagStatements.BY_TAGS, "tag_pkey", keys(), new String[] {"1", null}, 0L, 12L),
        page(TagStatements.FIND, "resource_pkey", "r500"));
  }

  private static String[] ids() {
    return new String[] {"r5", "r77", "r99999"};
  }

  private static String[] keys() {
    return new String[] {"env", "owner"};
  }

  private static Arguments page(Statement statement, String index, Object... parameters) {
    return Arguments.of(statement.name(), statement, index, Tuple.from(List.of(parameters)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("pages")
  void aPageUsesItsIndexWhateverItsParameters(
      String name, Statement statement, String index, Tuple parameters) {
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      String plan = explained(mode, statement, PgTagStore.in(PARTITION, PLACE, parameters));
      assertThat(plan).as(name + " " + mode).doesNotContain("Seq Scan on resource");
      assertThat(plan).as(name + " " + mode).doesNotContain("Seq Scan on tag");
      // An index of a partition is named after it and the columns.
      assertThat(plan).as(name + " " + mode).containsPattern("using " + ofPartition(index));
    }
  }

  /** What the functions do inside is seen by what the server counts. */
  @Test
  void aChangeReadsNoTableFromEndToEnd() {
    Map<String, Long> before = scans();
    Database own = new Database(Postgres.vertx(), database.settings());
    PgTagStore store = new PgTagStore(own, new Places(own));
    ChangeRules rules = new ChangeRules(20, false);
    Tag tag = new Tag("k", "v");
    List<TagChange> changes =
        List.of(
            new TagChange.Put(List.of("r1", "r2", "new"), List.of(tag)),
            new TagChange.Remove(List.of("r1"), List.of("k3")),
            new TagChange.RemoveTags(List.of("r1"), List.of(), List.of(tag)),
            new TagChange.RemoveAll(List.of("r1", "new")),
            new TagChange.Nothing(List.of("r3")));
    // More often than a prepared plan is made anew, so that the generic plan is seen too.
    for (int round = 0; round < 8; round++) {
      changes.forEach(change -> Stages.join(store.change(PARTITION, change, rules)));
      List<StoredResource> put = List.of(new StoredResource("r1", List.of(tag), List.of(), true));
      Stages.join(store.put(PARTITION, put));
    }
    Postgres.join(own.close());
    assertThat(scans()).isEqualTo(before);
  }

  static String ofPartition(String index) {
    return switch (index) {
      case "resource_pkey" -> "resource_[0-3]_pkey";
      case "resource_ord" -> "resource_[0-3]_expr_account_place_ord_idx";
      case "tag_pkey" -> "tag_[0-3]_pkey";
      case "tag_value" -> "tag_[0-3]_gen_account_place_key_value_ord_idx";
      default -> throw new AssertionError(index);
    };
  }

  private String explained(String mode, Statement statement, Tuple parameters) {
    List<String> lines = new ArrayList<>();
    Postgres.join(
        database
            .longs()
            .withConnection(
                connection ->
                    set(connection, mode)
                        .compose(
                            done ->
                                connection
                                    .preparedQuery(
                                        "EXPLAIN (ANALYZE, TIMING OFF) " + statement.sql())
                                    .execute(parameters))
                        .onSuccess(rows -> rows.forEach(row -> lines.add(row.getString(0))))
                        .compose(done -> set(connection, "auto"))));
    return String.join("\n", lines);
  }

  private static Future<Void> set(SqlConnection connection, String mode) {
    return connection.query("SET plan_cache_mode = " + mode).execute().mapEmpty();
  }

  /** Sequential scans of each table; a backend tells its own when it ends, at the latest. */
  private Map<String, Long> scans() {
    Map<String, Long> scans = new TreeMap<>();
    Postgres.join(
        database
            .longs()
            .preparedQuery(
                "SELECT relname, seq_scan FROM pg_stat_user_tables WHERE schemaname = $1 AND"
                    + " relname ~ '^(tag|resource)_[0-3]$'")
            .execute(Tuple.of(database.settings().schema()))
            .onSuccess(rows -> rows.forEach(row -> scans.put(row.getString(0), row.getLong(1)))));
    return scans;
  }
}
