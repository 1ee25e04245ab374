package io.tagginggateway.core.request;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decoded parameters in the order in which they came. Where a name comes twice, the first counts.
 * Immutable.
 *
 * <p>A request has few parameters and each is asked for once or twice, so that walking two arrays
 * is cheaper than building a map.
 */
public final class Parameters {
  /** How many parameters one request may bring: far above 50 ids and 20 tags. Chosen. */
  public static final int MAX = 1000;

  /** No parameters. */
  public static final Parameters EMPTY = new Parameters(new String[0], 0, null);

  private final String[] namesAndValues;
  private final int size;
  private final @Nullable ApiError problem;

  private Parameters(String[] namesAndValues, int size, @Nullable ApiError problem) {
    this.namesAndValues = namesAndValues;
    this.size = size;
    this.problem = problem;
  }

  /**
   * Decodes a query string or a form body. What cannot be decoded is left out and remembered as the
   * {@link #problem}, so that an error can still be answered in the format that was asked for.
   *
   * @param raw the text behind the question mark, or the body; characters up to U+00FF are bytes
   */
  public static Parameters parse(String raw) {
    RepeatedTexts none = new RepeatedTexts(1);
    return parse(raw, none, none);
  }

  /**
   * The same, with names and values as they were seen before.
   *
   * @param names the names that requests repeat
   * @param values the values that requests repeat
   */
  public static Parameters parse(String raw, RepeatedTexts names, RepeatedTexts values) {
    if (raw.isEmpty()) {
      return EMPTY;
    }
    String[] found = new String[32];
    int size = 0;
    int equals = -1;
    ApiError problem = null;
    for (int start = 0; start < raw.length(); ) {
      int end = indexOf('&', raw, start);
      if (end > start) {
        if (size == MAX) {
          return new Parameters(found, size, GatewayErrors.TOO_MANY_PARAMETERS);
        }
        if (2 * size == found.length) {
          found = Arrays.copyOf(found, 2 * found.length);
        }
        equals = equals < start ? indexOf('=', raw, start) : equals;
        boolean hasValue = equals < end;
        String name = PercentDecoder.decode(raw, start, hasValue ? equals : end, names);
        String value = hasValue ? PercentDecoder.decode(raw, equals + 1, end, values) : "";
        if (name == null || value == null) {
          problem = GatewayErrors.MALFORMED_PARAMETERS;
        } else {
          found[2 * size] = name;
          found[2 * size + 1] = value;
          size++;
        }
      }
      start = end + 1;
    }
    return new Parameters(found, size, problem);
  }

  /** Names and values in turn, decoded already. */
  public static Parameters of(List<String> namesAndValues) {
    int size = namesAndValues.size() / 2;
    return size > MAX
        ? new Parameters(new String[0], 0, GatewayErrors.TOO_MANY_PARAMETERS)
        : new Parameters(namesAndValues.toArray(String[]::new), size, null);
  }

  /** No parameters, because the body could not be read; see {@link #problem}. */
  static Parameters malformed() {
    return new Parameters(new String[0], 0, GatewayErrors.MALFORMED_PARAMETERS);
  }

  private static int indexOf(char wanted, String raw, int start) {
    int found = raw.indexOf(wanted, start);
    return found < 0 ? raw.length() : found;
  }

  /** These parameters, then those of {@code more}. */
  public Parameters and(Parameters more) {
    if (more == EMPTY) {
      return this;
    }
    if (this == EMPTY) {
      return more;
    }
    String[] all = Arrays.copyOf(namesAndValues, 2 * (size + more.size));
    System.arraycopy(more.namesAndValues, 0, all, 2 * size, 2 * more.size);
    return new Parameters(all, size + more.size, problem != null ? problem : more.problem);
  }

  /** What is wrong with them: malformed, or too many; null if nothing is. */
  public @Nullable ApiError problem() {
    return problem;
  }

  /** The value of a parameter, perhaps empty, or null if it was not sent. */
  public @Nullable String get(String name) {
    for (int i = 0; i < size; i++) {
      if (namesAndValues[2 * i].equals(name)) {
        return namesAndValues[2 * i + 1];
      }
    }
    return null;
  }

  /** How many there are, repeated names included. */
  public int size() {
    return size;
  }

  /** The name of parameter {@code i}. */
  public String name(int i) {
    return namesAndValues[2 * i];
  }

  /** The value of parameter {@code i}. */
  public String value(int i) {
    return namesAndValues[2 * i + 1];
  }

  /** The names alone: values may be secrets. */
  @Override
  public String toString() {
    StringBuilder names = new StringBuilder("Parameters[");
    for (int i = 0; i < size; i++) {
      names.append(i == 0 ? "" : ", ").append(name(i));
    }
    return names.append(']').toString();
  }
}
