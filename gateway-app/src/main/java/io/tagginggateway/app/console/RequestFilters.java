package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.RequestList.Filter;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultType;
import io.tagginggateway.app.journal.BadQueryException;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalField;
import io.tagginggateway.app.journal.JournalQueries;
import io.tagginggateway.app.journal.JournalQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list of requests is narrowed to: the filters of the admin API, by the same reader. */
final class RequestFilters {
  /** Chosen: as much as a person looks through. */
  private static final int ROWS = 100;

  private static final int MAX_ROWS = 1000;

  /** What people filter by most; the others stand behind them. */
  static final List<JournalField> FIRST =
      List.of(
          JournalField.PRODUCT,
          JournalField.ACTION,
          JournalField.RESOURCE_ID,
          JournalField.CODE,
          JournalField.HINT);

  private final ErrorTables errors;
  private final JournalQueries queries;

  RequestFilters(ErrorTables errors, Journal journal) {
    this.errors = errors;
    this.queries = new JournalQueries(errors, journal);
  }

  /**
   * A search.
   *
   * @param wanted what is wanted, or null if that cannot be
   * @param filters the same for the form
   * @param problem why it cannot be, or empty
   * @param query the same as a query; empty if everything is wanted
   */
  record Search(@Nullable JournalQuery wanted, List<Filter> filters, String problem, String query) {
    List<JournalEntry> find(Journal journal) {
      return wanted == null ? List.of() : journal.find(wanted);
    }
  }

  Search read(Call call) {
    Map<String, String> wanted = new LinkedHashMap<>();
    List<Filter> filters = new ArrayList<>();
    List<String> link = new ArrayList<>();
    List<JournalField> fields = new ArrayList<>(FIRST);
    Arrays.stream(JournalField.values())
        .filter(field -> !FIRST.contains(field))
        .forEach(fields::add);
    for (JournalField field : fields) {
      String name = field.wireName();
      String value = call.text(name);
      filters.add(new Filter(name, value, known(field, call.orNull("product"))));
      if (!value.isEmpty()) {
        wanted.put(name, value);
        link.addAll(List.of(name, value));
      }
    }
    int limit = call.number("limit", ROWS, MAX_ROWS);
    if (call.orNull("limit") != null) {
      link.addAll(List.of("limit", Integer.toString(limit)));
    }
    String query = Texts.query(link.toArray(String[]::new));
    try {
      return new Search(queries.query(wanted, Map.of(), limit), filters, "", query);
    } catch (BadQueryException e) {
      return new Search(null, filters, e.field() + ": " + e.reason(), query);
    }
  }

  private List<String> known(JournalField field, @Nullable String product) {
    return switch (field) {
      case PRODUCT -> List.copyOf(errors.products());
      case ACTION ->
          List.copyOf(
              errors.operations(
                  product != null && errors.products().contains(product) ? product : null));
      case FAULT -> Arrays.stream(FaultType.values()).map(FaultType::wireName).toList();
      default -> List.of();
    };
  }
}
