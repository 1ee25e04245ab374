package io.tagginggateway.contract;

import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which operations of a trio can answer the error of which situation. */
public final class Situations {
  private Situations() {}

  /** The operations of the trio whose requests can get into the situation, lists first. */
  public static List<Kind> met(Situation situation, TagFamily family) {
    List<Kind> met = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (family.names().get(kind) != null && canMeet(situation, family, kind)) {
        met.add(kind);
      }
    }
    return met;
  }

  private static boolean canMeet(Situation situation, TagFamily family, Kind kind) {
    ParameterNames names = family.parameterNames().get(kind);
    boolean removesKeys = kind == Kind.UNTAG && names.keys() != null;
    return switch (situation) {
      case NO_RESOURCE_TYPE -> names.type() != null && family.types().assumed() == null;
      case UNKNOWN_RESOURCE_TYPE -> names.type() != null && !family.types().open();
      case MISSING_PARAMETER -> !further(names, kind).isEmpty();
      case TOO_MANY_RESOURCE_IDS, BAD_RESOURCE_ID, DUPLICATE_RESOURCE_ID -> true;
      case TOO_MANY_TAGS -> kind != Kind.UNTAG || (removesKeys && tooManyKeysIsTooManyTags(family));
      case TOO_MANY_KEYS -> removesKeys;
      case NO_RESOURCE_IDS_NOR_TAGS -> kind == Kind.LIST && !names.needsIds(kind);
      case NO_RESOURCE_IDS -> names.needsIds(kind);
      case RESOURCE_NOT_FOUND -> kind != Kind.LIST;
      case NO_TAGS, TOO_MANY_TAGS_ON_RESOURCE -> kind == Kind.TAG;
      case VALUE_WITHOUT_KEY, BAD_VALUE -> kind != Kind.UNTAG;
      case DUPLICATE_KEY, BAD_KEY -> kind != Kind.UNTAG || removesKeys;
      case KEYS_AND_ALL -> removesKeys && names.all() != null;
      case NEITHER_KEYS_NOR_ALL -> removesKeys && (names.all() != null || names.needsKeys(kind));
      case BAD_PAGE_SIZE -> kind == Kind.LIST && names.pageSize() != null;
      case BAD_NEXT_TOKEN -> kind == Kind.LIST && names.token() != null;
    };
  }

  /** The mandatory parameters that are none of the lists, whose absence has an error of its own. */
  public static List<String> further(ParameterNames names, Kind kind) {
    return names.required().get(kind).stream()
        .filter(name -> !name.equals(names.ids()) && !name.equals(names.keys()))
        .toList();
  }

  private static boolean tooManyKeysIsTooManyTags(TagFamily family) {
    return family.errors().find(Situation.TOO_MANY_KEYS, Kind.UNTAG) == null;
  }
}
