package io.tagginggateway.core.product.file;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.ErrorTable;
import io.tagginggateway.core.product.OperationNames;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.PerKind;
import io.tagginggateway.core.product.ResourceTypes;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the error table of one trio. */
final class ErrorTableReader {
  private static final String OTHER = "other";

  private final Fields family;
  private final OperationNames operations;
  private final PerKind<ParameterNames> parameters;
  private final ResourceTypes types;
  private final Map<String, ApiError> byType = new LinkedHashMap<>();

  ErrorTableReader(
      Fields family,
      OperationNames operations,
      PerKind<ParameterNames> parameters,
      ResourceTypes types) {
    this.family = family;
    this.operations = operations;
    this.parameters = parameters;
    this.types = types;
  }

  private enum From {
    FAMILY
  }

  ErrorTable read() {
    boolean inherits = family.has("errors-from");
    if (inherits) {
      family.word("errors-from", From.class);
    }
    Map<Situation, PerKind<@Nullable ApiError>> errors = new EnumMap<>(Situation.class);
    Fields table = family.has("errors") || !inherits ? family.fields("errors") : null;
    for (Situation situation : Situation.values()) {
      if (table != null && table.has(situation.id())) {
        errors.put(situation, errors(table.fields(situation.id()), situation));
      } else if (inherits && !situation.optional()) {
        errors.put(situation, PerKind.all(FamilyErrors.of(situation)));
      }
    }
    if (table != null) {
      table.end();
    }
    complete(errors, inherits);
    return new ErrorTable(errors, byType, others(family));
  }

  /** The errors that the product has and no situation leads to. */
  static List<ApiError> others(Fields family) {
    List<ApiError> others = new ArrayList<>();
    if (family.has("other-errors")) {
      for (Fields.Item item : family.items("other-errors")) {
        others.add(error(item.fields()));
      }
    }
    return others;
  }

  /** Adds what this trio needs and inherits; what it needs and does not have is an error. */
  private void complete(Map<Situation, PerKind<@Nullable ApiError>> errors, boolean inherits) {
    for (Situation situation : Situation.values()) {
      for (Kind kind : Kind.values()) {
        boolean missing = errors.get(situation) == null || errors.get(situation).get(kind) == null;
        if (operations.get(kind) == null || !missing || !needed(situation, kind)) {
          continue;
        }
        if (!inherits) {
          throw family.error("errors", "has no " + situation.id() + " for " + operations.get(kind));
        }
        PerKind<@Nullable ApiError> own = errors.get(situation);
        ApiError inherited = FamilyErrors.of(situation);
        errors.put(
            situation,
            own == null
                ? PerKind.all(inherited)
                : PerKind.of(k -> own.get(k) == null ? inherited : own.get(k)));
      }
    }
  }

  /** Whether requests of this kind can get into the situation. */
  private boolean needed(Situation situation, Kind kind) {
    return switch (situation) {
      case MISSING_PARAMETER ->
          parameters.get(kind).required().get(kind).stream().anyMatch(name -> !isList(name, kind));
      case BAD_PAGE_SIZE ->
          kind == Kind.LIST
              && (parameters.list().pageSize() != null || parameters.list().page() != null);
      case BAD_NEXT_TOKEN -> kind == Kind.LIST && parameters.list().token() != null;
      case NO_RESOURCE_IDS_NOR_TAGS -> kind == Kind.LIST;
      case TOO_MANY_TAGS, VALUE_WITHOUT_KEY, BAD_VALUE ->
          kind != Kind.UNTAG || parameters.untag().pairs() != null;
      case NO_RESOURCE_IDS -> parameters.get(kind).needsIds(kind);
      case RESOURCE_NOT_FOUND -> kind != Kind.LIST;
      case NO_TAGS, TOO_MANY_TAGS_ON_RESOURCE -> kind == Kind.TAG;
      case NO_RESOURCE_TYPE -> types.assumed() == null;
      case NEITHER_KEYS_NOR_ALL -> parameters.get(kind).needsKeys(kind);
      case UNKNOWN_RESOURCE_TYPE, TOO_MANY_RESOURCE_IDS, BAD_RESOURCE_ID, DUPLICATE_KEY, BAD_KEY ->
          true;
      case TOO_MANY_KEYS, DUPLICATE_RESOURCE_ID, KEYS_AND_ALL -> false;
    };
  }

  private boolean isList(String parameter, Kind kind) {
    return parameter.equals(parameters.get(kind).ids())
        || parameter.equals(parameters.get(kind).keys());
  }

  private PerKind<@Nullable ApiError> errors(Fields fields, Situation situation) {
    if (fields.has("code")) {
      return PerKind.all(error(fields));
    }
    Fields types = fields.optionalFields("by-type");
    if (types != null) {
      if (situation != Situation.RESOURCE_NOT_FOUND) {
        throw fields.error("by-type", "only resource-not-found may differ by type");
      }
      readByType(types);
    }
    Fields otherFields = fields.optionalFields(OTHER);
    ApiError other = otherFields == null ? null : error(otherFields);
    PerKind<@Nullable ApiError> errors =
        PerKind.of(
            kind -> {
              Fields own = fields.optionalFields(kind.name().toLowerCase(Locale.ROOT));
              return own == null ? other : error(own);
            });
    fields.end();
    return errors;
  }

  private void readByType(Fields byTypeFields) {
    for (String type : byTypeFields.names()) {
      if (!types.names().contains(type)) {
        throw byTypeFields.error(type, "is no type of this trio");
      }
      byType.put(type, error(byTypeFields.fields(type)));
    }
  }

  /** One error: code, status and message. */
  static ApiError error(Fields fields) {
    ApiError error =
        new ApiError(
            fields.text("code"), fields.number("status", 400, 599), fields.text("message"));
    fields.end();
    return error;
  }
}
