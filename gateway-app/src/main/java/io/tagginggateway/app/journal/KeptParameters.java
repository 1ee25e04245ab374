package io.tagginggateway.app.journal;

import io.tagginggateway.core.request.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A request's parameters as they may be kept: secrets masked, long texts and long lists cut. */
public final class KeptParameters {
  /** What stands for a secret. */
  public static final String MASK = "***";

  /** What ends a text that was cut, and names the parameters that were left out. */
  public static final String CUT = "…";

  static final int MAX_NAME = 128;
  static final int MAX_VALUE = 512;

  /** 50 ids and 20 tags of Chinese values fit. */
  static final int MAX_CHARACTERS = 8192;

  /** What a text takes beside its characters: two objects and a reference. */
  private static final int TEXT = 52;

  private final String[] namesAndValues;
  private final int leftOut;

  private KeptParameters(String[] namesAndValues, int leftOut) {
    this.namesAndValues = namesAndValues;
    this.leftOut = leftOut;
  }

  static KeptParameters of(Parameters parameters) {
    int size = parameters.size();
    String[] kept = new String[2 * size];
    int characters = 0;
    for (int i = 0; i < size; i++) {
      String name = cut(parameters.name(i), MAX_NAME);
      String value = isSecret(name) ? MASK : cut(parameters.value(i), MAX_VALUE);
      characters += name.length() + value.length();
      if (characters > MAX_CHARACTERS) {
        return new KeptParameters(Arrays.copyOf(kept, 2 * i), size - i);
      }
      kept[2 * i] = name;
      kept[2 * i + 1] = value;
    }
    return new KeptParameters(kept, 0);
  }

  /** What was kept before: names and values by turns, and how many parameters were left out. */
  static KeptParameters of(List<String> namesAndValues, int leftOut) {
    return new KeptParameters(namesAndValues.toArray(String[]::new), leftOut);
  }

  /** Names and values by turns. */
  List<String> texts() {
    return List.of(namesAndValues);
  }

  /** How many parameters were left out. */
  int leftOut() {
    return leftOut;
  }

  /** Those that are kept, in their order. */
  public Parameters asParameters() {
    return Parameters.of(Arrays.asList(namesAndValues));
  }

  /** The value of a parameter, perhaps empty, masked or cut, or null if it was not sent. */
  public @Nullable String get(String name) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        return namesAndValues[i + 1];
      }
    }
    return null;
  }

  /** How much memory they take, as estimated. */
  int bytes() {
    int characters = 0;
    for (String text : namesAndValues) {
      characters += text.length();
    }
    return 2 * characters + TEXT * namesAndValues.length;
  }

  /** Hands over names and values; a last pair, named by {@link #CUT}, tells of those left out. */
  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      action.accept(namesAndValues[i], namesAndValues[i + 1]);
    }
    if (leftOut > 0) {
      action.accept(CUT, leftOut + " more");
    }
  }

  /**
   * At most {@code max} characters of a text; what is longer ends in {@link #CUT}. No pair of
   * surrogates is cut apart, since half of one cannot be written as JSON.
   */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + CUT;
  }

  /** Told by its length first: this is asked of every parameter of every request. */
  static boolean isSecret(String name) {
    return switch (name.length()) {
      case 9 -> name.equalsIgnoreCase("Signature");
      case 13 -> name.equalsIgnoreCase("SecurityToken") || name.equalsIgnoreCase("Authorization");
      case 15 -> name.equalsIgnoreCase("AccessKeySecret");
      case 20 -> name.equalsIgnoreCase("x-acs-security-token");
      default -> false;
    };
  }
}
