package io.tagginggateway.app.journal;

import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultType;
import io.tagginggateway.app.text.KnownNames;
import io.tagginggateway.core.error.ApiError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes queries of what users write, and refuses names that nobody knows: a query with a mistyped
 * one would find nothing, and say nothing. Reads product files, and may read the journal: call it
 * off the event loop. Thread-safe.
 */
public final class JournalQueries {
  /** Stands for the name of a parameter in the code of an error. */
  private static final String PARAMETER = "{parameter}";

  private static final Pattern AGO = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

  private final ErrorTables errors;
  private final Journal journal;

  /** Queries of requests to products with these errors and operations. */
  public JournalQueries(ErrorTables errors, Journal journal) {
    this.errors = errors;
    this.journal = journal;
  }

  /**
   * A query.
   *
   * @param wanted the values by the names of fields
   * @param parameters the values of parameters; null where one must not be sent
   * @throws BadQueryException if a name or a value cannot be
   */
  public JournalQuery query(
      Map<String, String> wanted, Map<String, @Nullable String> parameters, int limit) {
    Map<JournalField, String> fields = new EnumMap<>(JournalField.class);
    wanted.forEach((name, value) -> fields.put(field(name), value));
    fields.replaceAll((field, value) -> checked(field, value, fields.get(JournalField.PRODUCT)));
    for (String name : parameters.keySet()) {
      if (KeptParameters.isSecret(name)) {
        throw new BadQueryException("parameters." + name, "is not kept, so it cannot be asked for");
      }
      checkParameter(name, fields.get(JournalField.PRODUCT));
    }
    return new JournalQuery(fields, parameters, limit);
  }

  private static JournalField field(String name) {
    JournalField field = JournalField.of(name);
    if (field == null) {
      String reason = KnownNames.unknown("field", name, JournalField.names());
      throw new BadQueryException(name, reason);
    }
    return field;
  }

  private String checked(JournalField field, String value, @Nullable String product) {
    return switch (field) {
      case PRODUCT -> known(field, value, errors.products());
      case ACTION -> action(value, product);
      case CODE -> code(value, product);
      case FAULT -> known(field, value, faults());
      case STATUS -> status(value);
      case SINCE -> Long.toString(since(value));
      default -> value;
    };
  }

  private String action(String value, @Nullable String product) {
    Set<String> known = errors.operations(product);
    for (String name : known) {
      if (name.equalsIgnoreCase(value)) {
        return name;
      }
    }
    // One that nobody knows and somebody asked for, such as a forwarded one, may be asked for.
    JournalQuery asked = new JournalQuery(Map.of(JournalField.ACTION, value), Map.of(), 1);
    if (!journal.find(asked).isEmpty()) {
      return value;
    }
    throw unknown(JournalField.ACTION, value, known);
  }

  /** A fault may answer a code that no product has: what was answered may be asked for. */
  private String code(String value, @Nullable String product) {
    for (String code : products(product)) {
      if (errors.knows(code, value) || isOfParameter(code, value)) {
        return value;
      }
    }
    JournalQuery answered = new JournalQuery(Map.of(JournalField.CODE, value), Map.of(), 1);
    if (!journal.find(answered).isEmpty()) {
      return value;
    }
    Set<String> known = new TreeSet<>();
    for (String code : products(product)) {
      errors.all(code).stream().map(ApiError::code).forEach(known::add);
    }
    throw unknown(JournalField.CODE, value, known);
  }

  /** Whether a code is one that names a parameter, such as {@code MissingParameter.Tags}. */
  private boolean isOfParameter(String product, String value) {
    for (ApiError error : errors.all(product)) {
      int start = error.code().indexOf(PARAMETER);
      if (start >= 0
          && value.length() > error.code().length() - PARAMETER.length()
          && value.startsWith(error.code().substring(0, start))
          && value.endsWith(error.code().substring(start + PARAMETER.length()))) {
        return true;
      }
    }
    return false;
  }

  /** A name that somebody sent may be asked for, whoever takes it. */
  private void checkParameter(String name, @Nullable String product) {
    String mistyped = errors.mistyped(product, name);
    if (mistyped != null
        && journal.find(JournalQuery.ALL).stream()
            .noneMatch(entry -> entry.parameters().get(name) != null)) {
      throw new BadQueryException("parameters." + name, mistyped);
    }
  }

  private Collection<String> products(@Nullable String product) {
    return product == null ? errors.products() : Set.of(product);
  }

  private static List<String> faults() {
    return Arrays.stream(FaultType.values()).map(FaultType::wireName).toList();
  }

  private static String known(JournalField field, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw unknown(field, value, known);
    }
    return value;
  }

  private static BadQueryException unknown(
      JournalField field, String value, Collection<String> known) {
    String name = field.wireName();
    return new BadQueryException(name, KnownNames.unknown(name, value, known));
  }

  private static String status(String value) {
    if (!value.matches("0|[1-5][0-9]{2}")) {
      throw new BadQueryException(
          "status", "expected an HTTP status, such as 404, or 0 for a connection that was reset");
    }
    return value;
  }

  private static long since(String value) {
    Matcher ago = AGO.matcher(value);
    if (ago.matches()) {
      long number = Long.parseLong(ago.group(1));
      Duration before =
          switch (ago.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
          };
      return System.currentTimeMillis() - before.toMillis();
    }
    try {
      return OffsetDateTime.parse(value).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException notATime) {
      throw new BadQueryException(
          "since", "expected a time, such as " + Instant.EPOCH + ", or a time ago, such as 30s");
    }
  }
}
