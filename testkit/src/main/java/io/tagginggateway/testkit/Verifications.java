package io.tagginggateway.testkit;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.journal.BadQueryException;
import io.tagginggateway.app.journal.Difference;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalQueries;
import io.tagginggateway.app.journal.JournalQuery;
import io.tagginggateway.app.journal.Verification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what a gateway was asked against what a test expects. Thread-safe. */
final class Verifications {
  private final Journal journal;
  private final JournalQueries queries;

  Verifications(Journal journal, ErrorTables errors) {
    this.journal = journal;
    this.queries = new JournalQueries(errors, journal);
  }

  /**
   * Fails unless there were as many requests as expected.
   *
   * @throws AssertionError with the requests that come closest, and what differs
   * @throws IllegalArgumentException if the match names what nobody knows
   */
  void verify(Times times, RequestMatch match) {
    Verification.Times expected = new Verification.Times(times.fewest(), times.most());
    Verification result =
        Verification.of(journal, query(match.fields(), match.parameters()), expected);
    if (!result.verified()) {
      throw new AssertionError(message(times, match, result));
    }
  }

  /**
   * Refuses a name that nobody knows.
   *
   * @param field as the admin API calls it
   * @throws IllegalArgumentException with the nearest that is known
   */
  void check(String field, String value) {
    query(Map.of(field, value), Map.of());
  }

  private JournalQuery query(Map<String, String> fields, Map<String, @Nullable String> parameters) {
    try {
      return queries.query(fields, parameters, Integer.MAX_VALUE);
    } catch (BadQueryException e) {
      throw new IllegalArgumentException(e.reason(), e);
    }
  }

  private static String message(Times times, RequestMatch match, Verification result) {
    StringBuilder text = new StringBuilder("expected ");
    text.append(times).append(" of: ").append(match);
    text.append("\n     got ").append(result.matched());
    if (result.closest().isEmpty()) {
      return text.append(", and there was no other request").toString();
    }
    boolean tooMany = result.closest().get(0).differs().isEmpty();
    text.append(tooMany ? "; the last of them:" : "; the nearest of the others:");
    for (Verification.NearMiss miss : result.closest()) {
      text.append("\n  ").append(JournalLine.of(miss.request()));
      for (Difference difference : miss.differs()) {
        line(text, '-', difference.field(), difference.expected());
        line(text, '+', difference.field(), difference.got());
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, char sign, String field, @Nullable String value) {
    text.append("\n    ").append(sign).append(' ').append(field).append(": ");
    text.append(value == null ? "(not there)" : value);
  }
}
