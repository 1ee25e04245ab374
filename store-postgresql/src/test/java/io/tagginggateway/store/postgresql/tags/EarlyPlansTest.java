package io.tagginggateway.store.postgresql.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.store.postgresql.db.Database;
import io.tagginggateway.store.postgresql.db.Statement;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** A plan that was made when there was no row is good for many, and needs no statistics. */
final class EarlyPlansTest {
  private static final int RESOURCES = 20_000;

  private final Database database = Postgres.open(Postgres.newSchema());

  @AfterEach
  void close() {
    Postgres.join(database.close());
  }

  private record Page(int number, Statement statement, String index, Tuple parameters) {
    String prepare() {
      return "PREPARE page_" + number + " AS " + statement.sql();
    }

    String execute() {
      StringJoiner values = new StringJoiner(", ", "EXECUTE page_" + number + " (", ")");
      Tuple all = PgTagStore.in(PlansTest.PARTITION, Places.of(PlansTest.PARTITION), parameters);
      for (int i = 0; i < all.size(); i++) {
        values.add(literal(all.getValue(i)));
      }
      return values.toString();
    }

    private static String literal(Object value) {
      if (value instanceof String text) {
        return "'" + text + "'";
      }
      if (value instanceof String[] texts) {
        StringJoiner literals = new StringJoiner(", ", "ARRAY[", "]::text[]");
        for (String text : texts) {
          literals.add(literal(text));
        }
        return literals.toString();
      }
      return String.valueOf(value);
    }
  }

  private static List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (Arguments page : PlansTest.pages().toList()) {
      Object[] each = page.get();
      pages.add(new Page(pages.size(), (Statement) each[1], (String) each[2], (Tuple) each[3]));
    }
    return pages;
  }

  @Test
  void aPlanThatWasMadeForEmptyTablesIsGoodForLargeOnes() {
    String schema = database.settings().schema();
    Postgres.sql("ALTER TABLE " + schema + ".place SET (autovacuum_enabled = off)");
    for (int i = 0; i < 4; i++) {
      Postgres.sql(
          "ALTER TABLE " + schema + ".resource_" + i + " SET (autovacuum_enabled = off)",
          "ALTER TABLE " + schema + ".tag_" + i + " SET (autovacuum_enabled = off)");
    }
    PgConnection connection = Postgres.join(database.connect());
    for (Page page : pages()) {
      Postgres.join(connection.query(page.prepare()).execute());
      Postgres.join(connection.query(page.execute()).execute());
    }
    PlansTest.fill(schema, RESOURCES);
    for (Page page : pages()) {
      assertThat(explained(connection, page))
          .as(page.statement().name())
          .containsPattern("using " + PlansTest.ofPartition(page.index()))
          .doesNotContain("Removed by Join Filter")
          .doesNotContainPattern("Removed by Filter: \\d{3}");
    }
    Postgres.join(connection.close());
  }

  private static String explained(PgConnection connection, Page page) {
    List<String> lines = new ArrayList<>();
    Postgres.join(connection.query("EXPLAIN (ANALYZE, TIMING OFF) " + page.execute()).execute())
        .forEach(row -> lines.add(row.getString(0)));
    return String.join("\n", lines);
  }
}
