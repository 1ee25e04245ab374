package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Parameters in the order in which they are signed: by name, and repeated names in the order of the
 * request. Of repeated names the first takes effect, so their order is signed too.
 */
final class SortedParameters {
  /** Room for the values that headers may add. */
  private static final int SPARE = 4;

  private final String[] names;
  private final String[] values;
  private int size;

  /** Those of {@code parameters}, but for the ones of this name, if there is one to leave out. */
  SortedParameters(Parameters parameters, @Nullable String without) {
    names = new String[parameters.size() + SPARE];
    values = new String[names.length];
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.name(i).equals(without)) {
        add(parameters.name(i), parameters.value(i));
      }
    }
  }

  /** Puts a parameter behind those whose names are not greater. */
  void add(String name, String value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names[middle].compareTo(name) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    System.arraycopy(names, low, names, low + 1, size - low);
    System.arraycopy(values, low, values, low + 1, size - low);
    names[low] = name;
    values[low] = value;
    size++;
  }

  int size() {
    return size;
  }

  String name(int i) {
    return names[i];
  }

  String value(int i) {
    return values[i];
  }

  boolean hasEmptyValue() {
    for (int i = 0; i < size; i++) {
      if (values[i].isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether parameter {@code i} has the name and the value of the one before it. */
  boolean repeats(int i) {
    return i > 0 && names[i].equals(names[i - 1]) && values[i].equals(values[i - 1]);
  }

  boolean hasRepeat() {
    for (int i = 1; i < size; i++) {
      if (repeats(i)) {
        return true;
      }
    }
    return false;
  }

  boolean hasRepeatedName() {
    for (int i = 1; i < size; i++) {
      if (names[i].equals(names[i - 1])) {
        return true;
      }
    }
    return false;
  }
}
