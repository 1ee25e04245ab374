package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the identity family: what tools ask before they get to work.
 *
 * @param name the name as the product spells it
 * @param kind what it does
 * @param errorsByName its errors: those that {@link Kind#errors} names
 * @param regions the regions that {@link Kind#REGIONS} lists; else empty
 */
public record IdentityOperation(
    String name, Kind kind, Map<String, ApiError> errorsByName, List<Region> regions)
    implements Operation {

  /** What operations of the identity family do. */
  public enum Kind {
    /** Tells who signs the request. */
    CALLER_IDENTITY,
    /** Issues a temporary key. */
    ASSUME_ROLE,
    /** Tells the host of a product in a region. */
    ENDPOINTS,
    /** Lists the regions. */
    REGIONS,
    /** Lists the subscriptions that were bought, of which there are none here. */
    AVAILABLE_INSTANCES;

    /** The names of the errors that it may answer. */
    public List<String> errors() {
      return switch (this) {
        case ASSUME_ROLE ->
            List.of("bad-role", "bad-session-name", "bad-duration", "role-not-found");
        case ENDPOINTS -> List.of("missing-parameter");
        case CALLER_IDENTITY, REGIONS, AVAILABLE_INSTANCES -> List.of();
      };
    }
  }

  /**
   * A region.
   *
   * @param id its id
   * @param name what people call it
   */
  public record Region(String id, String name) {}

  /** The error of this name. */
  ApiError error(String error) {
    ApiError found = errorsByName.get(error);
    if (found == null) {
      throw new IllegalStateException(name + " has no error " + error);
    }
    return found;
  }

  @Override
  public boolean reads() {
    return kind != Kind.ASSUME_ROLE;
  }

  @Override
  public Set<ApiError> errors() {
    return new LinkedHashSet<>(errorsByName.values());
  }

  @Override
  public @Nullable ApiError badToken() {
    return null;
  }

  @Override
  public Answer withoutEffect(Call call) {
    return new WrittenAnswer(call, 0, document -> document.field("RequestId", call.requestId()));
  }

  /** Whoever asks for regions need not name one. */
  @Override
  public @Nullable ApiError missingRegion(RegionRule rule) {
    return null;
  }

  @Override
  public <R> R as(Cases<R> cases) {
    return cases.identity(this);
  }
}
