package io.tagginggateway.store.postgresql.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagginggateway.core.state.StoreStartException;
import io.tagginggateway.store.postgresql.db.ConnectionUrl.Host;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a database is, as a user writes it. */
final class ConnectionUrlTest {
  @Test
  void everyPartIsRead() {
    String text =
        "postgresql://gate%40way:p%2Fw+%3A@one:6543,[::1]:7,two/t%20g?sslmode=verify-full"
            + "&sslrootcert=/ca.pem&target_session_attrs=primary";
    assertThat(ConnectionUrl.parse(text))
        .isEqualTo(
            new ConnectionUrl(
                List.of(new Host("one", 6543), new Host("::1", 7), new Host("two", 5432)),
                "gate@way",
                "p/w+:",
                "t g",
                "verify-full",
                Path.of("/ca.pem")));
  }

  @Test
  void whatIsLeftOutIsAsLibpqHasIt() {
    assertThat(ConnectionUrl.parse("postgres://me@db/tags"))
        .isEqualTo(
            new ConnectionUrl(List.of(new Host("db", 5432)), "me", null, "tags", "prefer", null));
  }

  @Test
  void nothingThatIsPrintedHoldsThePassword() {
    ConnectionUrl url = ConnectionUrl.parse("postgresql://me:s3cret@db:1,[::1]/tags");
    assertThat(url.toString()).isEqualTo("postgresql://me@db:1,[::1]:5432/tags?sslmode=prefer");
    assertThat(url.where()).isEqualTo("db:1,[::1]:5432/tags");
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db:1,[::1]:5432/tags");
  }

  @ParameterizedTest
  @CsvSource({
    "mysql://s3cret@db/tags,it starts with postgresql://",
    "postgresql://s3cret@db,the name of a database is missing",
    "postgresql://s3cret@db/,the name of a database is missing",
    "postgresql://db/tags,the user is missing",
    "postgresql://:s3cret@db/tags,the user is missing",
    "postgresql://me:s3cret@db:x/tags,a port is a number",
    "postgresql://me:s3cret@db:0/tags,a port is a number",
    "postgresql://me:s3cret@/tags,a host is missing",
    "postgresql://me:s3cret@db/tags?sslmode=on,sslmode is one of disable",
    "postgresql://me:s3cret@db/tags?ssl=on,behind ? there may be sslmode",
    "postgresql://me:s3cret@db/tags?target_session_attrs=standby,target_session_attrs is primary or",
    "postgresql://me:s3cret%@db/tags,a % is not followed by two hexadecimal digits"
  })
  void whatIsNoUrlIsToldWithoutThePassword(String text, String reason) {
    assertThatThrownBy(() -> ConnectionUrl.parse(text))
        .isInstanceOf(StoreStartException.class)
        .hasMessageStartingWith("store.url is no URL of a database: " + reason)
        .message()
        .doesNotContain("s3cret");
  }
}
