package io.tagginggateway.store.postgresql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.core.state.StoreSettings;
import io.tagginggateway.core.state.StoreStartException;
import io.tagginggateway.core.tag.ChangeResult;
import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.tagginggateway.core.testing.Stages;
import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.tags.PgTagStore;
import io.tagginggateway.store.postgresql.tags.Places;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the tables come to be, and what is told where they cannot. */
final class MigrationsTest {
  private static final Partition PARTITION = new Partition("1234567890123456", "P", "r", "T");

  private final String schema = Postgres.newSchema();

  @BeforeAll
  static void roles() {
    Postgres.roleWithPassword("gateway", "right");
    Postgres.roleWithPassword("stranger", "right");
  }

  private static Database open(String url, String schema) {
    return new Database(Postgres.vertx(), Postgres.settings(url, schema));
  }

  private static String url(String role, String password) {
    return "postgresql://" + role + ":" + password + "@localhost:" + Postgres.port() + "/postgres";
  }

  private static Throwable failure(Database database, List<Migration> known) {
    try {
      Postgres.join(new Migrations(database, known).run());
      return null;
    } catch (StoreStartException e) {
      return e;
    } finally {
      Postgres.join(database.close());
    }
  }

  private List<Integer> versions() {
    List<Integer> versions = new ArrayList<>();
    Postgres.join(
            Postgres.shared()
                .longs()
                .query("SELECT version FROM " + schema + ".schema_version ORDER BY 1")
                .execute())
        .forEach(row -> versions.add(row.getInteger(0)));
    return versions;
  }

  private static List<Integer> all() {
    return Migration.ALL.stream().map(Migration::version).toList();
  }

  @Test
  void versionsAreDistinctAndInOrderAndEachHasItsFile() {
    assertThat(all()).isSorted().doesNotHaveDuplicates();
    assertThat(Migration.ALL)
        .allSatisfy(
            step -> assertThat(step.file()).startsWith(String.format("V%03d-", step.version())))
        .allSatisfy(step -> assertThat(step.sql()).isNotBlank());
  }

  @Test
  void tenThatStartAtOnceMakeTheTablesOnce() {
    List<Database> ten =
        Stream.generate(() -> new Database(Postgres.vertx(), Postgres.settings(schema)))
            .limit(10)
            .toList();
    List<Future<Void>> runs = ten.stream().map(each -> new Migrations(each).run()).toList();
    runs.forEach(Postgres::join);
    ten.forEach(each -> Postgres.join(each.close()));
    assertThat(versions()).isEqualTo(all());
  }

  @Test
  void anOlderSchemaIsMigratedAndKeepsItsContent() {
    Database before = new Database(Postgres.vertx(), Postgres.settings(schema));
    Postgres.join(new Migrations(before, Migration.ALL.subList(0, 1)).run());
    PgTagStore store = new PgTagStore(before, new Places(before));
    TagChange put = new TagChange.Put(List.of("a"), List.of(new Tag("k", "v")));
    ChangeRules rules = new ChangeRules(20, false);
    assertThat(Stages.join(store.change(PARTITION, put, rules))).isEqualTo(ChangeResult.APPLIED);
    Postgres.join(before.close());
    List<Migration> more = new ArrayList<>(Migration.ALL);
    more.add(new Migration(999, "V999-test.sql"));

    Database after = new Database(Postgres.vertx(), Postgres.settings(schema));
    Postgres.join(new Migrations(after, more).run());
    assertThat(versions()).containsAll(all()).contains(999);
    PgTagStore again = new PgTagStore(after, new Places(after));
    assertThat(Stages.join(again.find(PARTITION, "a"))).isPresent();
    Postgres.join(after.close());
  }

  @Test
  void aNewerSchemaIsRefused() {
    List<Migration> more = new ArrayList<>(Migration.ALL);
    more.add(new Migration(999, "V999-test.sql"));
    Database newer = new Database(Postgres.vertx(), Postgres.settings(schema));
    assertThat(failure(newer, more)).isNull();
    Database ours = new Database(Postgres.vertx(), Postgres.settings(schema));
    assertThat(failure(ours, Migration.ALL))
        .hasMessage(
            "the schema "
                + schema
                + " was made by a newer gateway (its version 999 is unknown here): start that one,"
                + " or set store.schema to another name");
  }

  @Test
  void aStepThatFailsLeavesNothingOfAnyStep() {
    List<Migration> bad = new ArrayList<>(Migration.ALL);
    bad.add(new Migration(998, "V998-bad.sql"));
    Database database = new Database(Postgres.vertx(), Postgres.settings(schema));
    assertThat(failure(database, bad))
        .hasMessageStartingWith("store: the database at localhost:")
        .hasMessageContaining("no_such_table");
    Database good = new Database(Postgres.vertx(), Postgres.settings(schema));
    assertThat(failure(good, Migration.ALL)).isNull();
    assertThat(versions()).isEqualTo(all());
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    assertThat(failure(open(url("gateway", "wr0ng"), schema), Migration.ALL))
        .hasMessageMatching(
            "store.url: the database at localhost:[0-9]+/postgres does not let us in, see"
                + " store.password: password authentication failed for user \"gateway\" .28P01.")
        .message()
        .doesNotContain("wr0ng");
  }

  @Test
  void aMissingRightIsTold() {
    assertThat(failure(open(url("stranger", "right"), schema), Migration.ALL))
        .hasMessageMatching(
            "store.schema: the role stranger lacks a right on the schema "
                + schema
                + " of the database at localhost:[0-9]+/postgres, see docs/store.md: permission denied.*");
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    assertThat(failure(open("postgresql://me@localhost:1/tags", schema), Migration.ALL))
        .hasMessageStartingWith("store.url: the database at localhost:1/tags cannot be reached: ");
  }

  @Test
  void aDatabaseThatDoesNotExistIsTold() {
    String url = "postgresql://postgres@localhost:" + Postgres.port() + "/none";
    assertThat(failure(open(url, schema), Migration.ALL))
        .hasMessageMatching("store.url: the database at localhost:[0-9]+/none does not exist:.*");
  }

  /** With the rights of docs/store.md: the schema is made for the role beforehand. */
  @Test
  void aRoleThatOwnsNothingButItsSchemaIsEnough() {
    Postgres.sql("CREATE SCHEMA " + schema + " AUTHORIZATION gateway");
    useAs("gateway");
  }

  /** Who may create schemas needs no schema beforehand. */
  @Test
  void aRoleThatMayCreateSchemasIsEnough() {
    Postgres.sql("GRANT CREATE ON DATABASE postgres TO gateway");
    try {
      useAs("gateway");
    } finally {
      Postgres.sql("REVOKE CREATE ON DATABASE postgres FROM gateway");
    }
  }

  /** One role migrates; another one, which only reads and writes, serves. */
  @Test
  void whereTheTablesAreThereARoleThatMakesNoneIsEnough() {
    Postgres.join(Postgres.open(schema).close());
    Postgres.sql(
        "GRANT USAGE ON SCHEMA " + schema + " TO gateway",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO gateway",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + schema + " TO gateway");
    useAs("gateway");
  }

  private void useAs(String role) {
    StoreSettings settings = Postgres.settings(url(role, "right"), schema);
    Database database = new Database(Postgres.vertx(), settings);
    try {
      Postgres.join(new Migrations(database).run());
      PgTagStore store = new PgTagStore(database, new Places(database));
      TagChange put = new TagChange.Put(List.of("a"), List.of(new Tag("k", "v")));
      ChangeRules rules = new ChangeRules(20, false);
      assertThat(Stages.join(store.change(PARTITION, put, rules))).isEqualTo(ChangeResult.APPLIED);
      assertThat(Stages.join(store.sizes())).containsKey(PARTITION);
      TagChange all = new TagChange.RemoveAll(List.of("a"));
      assertThat(Stages.join(store.change(PARTITION, all, rules))).isEqualTo(ChangeResult.APPLIED);
    } finally {
      Postgres.join(database.close());
    }
  }
}
