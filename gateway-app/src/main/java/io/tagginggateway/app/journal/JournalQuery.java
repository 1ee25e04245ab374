package io.tagginggateway.app.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted. Immutable.
 *
 * @param fields what is wanted of each field; what is not named may be anything
 * @param parameters the exact values of parameters by their names; null where one must not be sent
 * @param limit how many entries at most
 */
public record JournalQuery(
    Map<JournalField, String> fields, Map<String, @Nullable String> parameters, int limit) {

  /** Everything. */
  public static final JournalQuery ALL = new JournalQuery(Map.of(), Map.of(), Integer.MAX_VALUE);

  /** Whether an entry is wanted. */
  public boolean matches(JournalEntry entry) {
    for (Map.Entry<JournalField, String> wanted : fields.entrySet()) {
      if (!wanted.getKey().matches(entry, wanted.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, @Nullable String> wanted : parameters.entrySet()) {
      if (!Objects.equals(kept(wanted.getValue()), entry.parameters().get(wanted.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** What keeps an entry from being wanted; empty if nothing does. */
  public List<Difference> differences(JournalEntry entry) {
    List<Difference> differences = new ArrayList<>();
    fields.forEach(
        (field, wanted) -> {
          if (!field.matches(entry, wanted)) {
            differences.add(new Difference(field.wireName(), wanted, field.got(entry)));
          }
        });
    parameters.forEach(
        (name, wanted) -> {
          String got = entry.parameters().get(name);
          if (!Objects.equals(kept(wanted), got)) {
            differences.add(new Difference("parameters." + name, wanted, got));
          }
        });
    return differences;
  }

  /** A long value is kept cut, so that its beginning is compared. */
  private static @Nullable String kept(@Nullable String value) {
    return value == null ? null : KeptParameters.cut(value, KeptParameters.MAX_VALUE);
  }
}
