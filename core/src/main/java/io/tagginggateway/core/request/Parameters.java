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
 * <p>A request has few parameters and each is asked for once or twice, so that walking an array is
 * cheaper than building a map.
 */
public final class Parameters {
  /** How many parameters one request may bring: far above 50 ids and 20 tags. Chosen. */
  public static final int MAX = 1000;

  /** No parameters. */
  public static final Parameters EMPTY = new Parameters(new Parameter[0], 0, null);

  private final Parameter[] parameters;
  private final int size;
  private final @Nullable ApiError problem;

  private Parameters(Parameter[] parameters, int size, @Nullable ApiError problem) {
    this.parameters = parameters;
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
    return parse(raw, RepeatedParameters.few());
  }

  /** The same, with parameters as they were seen before. */
  public static Parameters parse(String raw, RepeatedParameters seen) {
    if (raw.isEmpty()) {
      return EMPTY;
    }
    Parameter[] found = new Parameter[16];
    int size = 0;
    ApiError problem = null;
    for (int start = 0; start < raw.length(); ) {
      int end = raw.indexOf('&', start);
      end = end < 0 ? raw.length() : end;
      if (end > start) {
        if (size == MAX) {
          return new Parameters(found, size, GatewayErrors.TOO_MANY_PARAMETERS);
        }
        if (size == found.length) {
          found = Arrays.copyOf(found, 2 * size);
        }
        Parameter parameter = seen.of(raw, start, end);
        if (parameter == null) {
          problem = GatewayErrors.MALFORMED_PARAMETERS;
        } else {
          found[size++] = parameter;
        }
      }
      start = end + 1;
    }
    return new Parameters(found, size, problem);
  }

  /** Names and values in turn, decoded already. */
  public static Parameters of(List<String> namesAndValues) {
    Parameter[] parameters = new Parameter[namesAndValues.size() / 2];
    if (parameters.length > MAX) {
      return new Parameters(new Parameter[0], 0, GatewayErrors.TOO_MANY_PARAMETERS);
    }
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = new Parameter(namesAndValues.get(2 * i), namesAndValues.get(2 * i + 1));
    }
    return new Parameters(parameters, parameters.length, null);
  }

  /** No parameters, because the body could not be read; see {@link #problem}. */
  static Parameters malformed() {
    return new Parameters(new Parameter[0], 0, GatewayErrors.MALFORMED_PARAMETERS);
  }

  /** These parameters, then those of {@code more}. */
  public Parameters and(Parameters more) {
    if (more == EMPTY) {
      return this;
    }
    if (this == EMPTY) {
      return more;
    }
    Parameter[] all = Arrays.copyOf(parameters, size + more.size);
    System.arraycopy(more.parameters, 0, all, size, more.size);
    return new Parameters(all, size + more.size, problem != null ? problem : more.problem);
  }

  /** What is wrong with them: malformed, or too many; null if nothing is. */
  public @Nullable ApiError problem() {
    return problem;
  }

  /** The value of a parameter, perhaps empty, or null if it was not sent. */
  public @Nullable String get(String name) {
    for (int i = 0; i < size; i++) {
      if (parameters[i].name().equals(name)) {
        return parameters[i].value();
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
    return parameters[i].name();
  }

  /** The value of parameter {@code i}. */
  public String value(int i) {
    return parameters[i].value();
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
