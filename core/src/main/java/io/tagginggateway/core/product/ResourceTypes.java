package io.tagginggateway.core.product;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resource types of one trio of operations.
 *
 * @param names the known types, as requests are documented to spell them
 * @param ignoreCase whether a request may spell a type in any case
 * @param open whether a type that is not known is taken as it is
 * @param answered the spelling in answers, by those names whose spelling differs there
 * @param assumed the type of a request that names none; null if it must name one
 */
public record ResourceTypes(
    List<String> names,
    boolean ignoreCase,
    boolean open,
    Map<String, String> answered,
    @Nullable String assumed) {

  /** The type as stored and as its rules name it, or null if the product has none of that name. */
  public @Nullable String canonical(String sent) {
    for (String name : names) {
      if (ignoreCase ? name.equalsIgnoreCase(sent) : name.equals(sent)) {
        return name;
      }
    }
    return open && Texts.isResourceId(sent) ? sent : null;
  }

  /** How answers spell a canonical type. */
  public String inAnswers(String canonical) {
    return answered.isEmpty() ? canonical : answered.getOrDefault(canonical, canonical);
  }
}
