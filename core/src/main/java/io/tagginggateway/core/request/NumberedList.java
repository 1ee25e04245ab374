package io.tagginggateway.core.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists of the RPC style: {@code ResourceId.1}, {@code Tag.2.Key}.
 *
 * <p>N is at least 1 and has no leading zero; gaps are allowed; members come in order of N. What
 * has another shape is an unknown parameter and is ignored. Chosen, as the dialect reference says.
 */
public final class NumberedList {
  /**
   * The suffix of a list whose members are the keys of a list of tags, such as {@code Tags.N.Key}.
   */
  public static final String KEYS = ".N.Key";

  private static final int MAX_DIGITS = 18;

  private static final Member NOTHING = new Member(null, null);

  private NumberedList() {}

  /**
   * One member of {@code Tag.N}, with what was sent of it.
   *
   * @param key the key, or null if only a value was sent
   * @param value the value, or null if only a key was sent
   */
  public record Member(@Nullable String key, @Nullable String value) {

    /** With what a parameter says of it; the first counts. */
    private Member and(String parameter, String sent) {
      if (key == null && parameter.endsWith(".Key")) {
        return new Member(sent, value);
      }
      return value == null && parameter.endsWith(".Value") ? new Member(key, sent) : this;
    }
  }

  /** The values of {@code name.N} in order of N; of {@code Tags.N.Key}, where that is the name. */
  public static List<String> values(Parameters parameters, String name) {
    if (name.endsWith(KEYS)) {
      return keys(members(parameters, name.substring(0, name.length() - KEYS.length())));
    }
    List<String> values = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.name(i);
      if (isMember(parameter, name)) {
        long n = number(parameter, name.length() + 1, parameter.length());
        if (n > last) {
          values.add(parameters.value(i));
          last = n;
        } else if (n > 0) {
          return sorted(parameters, name);
        }
      }
    }
    return values;
  }

  /** The same where the members were not sent in the order of N, or one was sent twice. */
  private static List<String> sorted(Parameters parameters, String name) {
    TreeMap<Long, String> byNumber = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.name(i);
      if (isMember(parameter, name)) {
        long n = number(parameter, name.length() + 1, parameter.length());
        if (n > 0) {
          byNumber.putIfAbsent(n, parameters.value(i));
        }
      }
    }
    return new ArrayList<>(byNumber.values());
  }

  /** The members of {@code name.N.Key} and {@code name.N.Value} in order of N. */
  public static Collection<Member> members(Parameters parameters, String name) {
    List<Member> members = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < parameters.size(); i++) {
      long n = numberOfMember(parameters.name(i), name);
      if (n == 0) {
        continue;
      }
      if (n < last) {
        return sortedMembers(parameters, name);
      }
      Member before = n == last ? members.get(members.size() - 1) : NOTHING;
      Member now = before.and(parameters.name(i), parameters.value(i));
      if (n == last) {
        members.set(members.size() - 1, now);
      } else if (!now.equals(NOTHING)) {
        members.add(now);
        last = n;
      }
    }
    return members;
  }

  /** The same where the members were not sent in the order of N. */
  private static Collection<Member> sortedMembers(Parameters parameters, String name) {
    TreeMap<Long, Member> byNumber = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      long n = numberOfMember(parameters.name(i), name);
      Member before = byNumber.getOrDefault(n, NOTHING);
      Member now = before.and(parameters.name(i), parameters.value(i));
      if (n > 0 && !now.equals(NOTHING)) {
        byNumber.put(n, now);
      }
    }
    return byNumber.values();
  }

  private static List<String> keys(Collection<Member> members) {
    List<String> keys = new ArrayList<>();
    for (Member member : members) {
      if (member.key() != null) {
        keys.add(member.key());
      }
    }
    return keys;
  }

  /** The number in {@code name.N.Key}, or 0. */
  private static long numberOfMember(String parameter, String name) {
    return isMember(parameter, name)
        ? number(parameter, name.length() + 1, parameter.lastIndexOf('.'))
        : 0;
  }

  private static boolean isMember(String parameter, String name) {
    return parameter.length() > name.length() + 1
        && parameter.charAt(name.length()) == '.'
        && parameter.startsWith(name);
  }

  /** The number between two places, or 0 if what stands there is none that counts. */
  private static long number(String text, int start, int end) {
    if (end <= start || end - start > MAX_DIGITS || text.charAt(start) == '0') {
      return 0;
    }
    long number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
