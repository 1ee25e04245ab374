package io.tagginggateway.store.postgresql.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.tag.StoreUnavailableException;
import io.tagginggateway.store.postgresql.testing.Postgres;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are loaded by COPY. */
final class CopyTest {
  private static final List<String> COLUMNS = List.of("place", "product", "region", "type");

  private final Database database = Postgres.shared();

  private Copy places() {
    return new Copy(database, "place", COLUMNS);
  }

  private List<String> types(String region) {
    List<String> types = new ArrayList<>();
    Postgres.join(
            database
                .longs()
                .preparedQuery("SELECT type FROM place WHERE region = $1 ORDER BY place")
                .execute(Tuple.of(region)))
        .forEach(row -> types.add(row.getString(0)));
    return types;
  }

  @Test
  void everyCharacterArrivesAsItWas() {
    List<String> texts =
        List.of(
            "", "\\", "\\N", "a\tb\nc\rd", "\\t", "环境 \uD83D\uDE00", "'\"", "x".repeat(300_000));
    try (Copy copy = places()) {
      for (int i = 0; i < texts.size(); i++) {
        copy.row(-100L + i, "copy", "characters", texts.get(i));
      }
      assertThat(copy.end()).isEqualTo(texts.size());
    }
    assertThat(types("characters")).isEqualTo(texts);
  }

  @Test
  void whatIsNotEndedIsNotThere() {
    try (Copy copy = places()) {
      for (int i = 0; i < 10_000; i++) {
        copy.row(-100_000L + i, "copy", "dropped", "type of some length " + i);
      }
    }
    assertThat(types("dropped")).isEmpty();
  }

  @Test
  void aKeyThatIsThereTwiceLeavesNothingOfTheLoad() {
    Copy copy = places();
    copy.row(-1L, "copy", "twice", "one");
    copy.row(-1L, "copy", "twice", "two");
    assertThatThrownBy(copy::end).isInstanceOf(Copy.DuplicateException.class);
    assertThat(types("twice")).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    Database nowhere =
        new Database(
            Postgres.vertx(),
            Postgres.settings("postgresql://me:s3cret@localhost:1/none", "nothing"));
    assertThatThrownBy(() -> new Copy(nowhere, "place", COLUMNS))
        .isInstanceOf(StoreUnavailableException.class)
        .message()
        .startsWith("the database takes no rows: ")
        .doesNotContain("s3cret");
  }
}
