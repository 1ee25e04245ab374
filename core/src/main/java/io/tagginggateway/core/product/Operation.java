package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.request.RpcRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a product: a name on the wire, and the behaviour of a family. Immutable.
 *
 * <p>Source of the names: the product's file.
 */
public sealed interface Operation
    permits TagOperation, IdentityOperation, ResourceOperation, ViewOperation {

  /** The name as the product spells it; requests may spell it in any case. */
  String name();

  /** Whether it only reads. */
  boolean reads();

  /** Whether its answers list rows, so that one without rows may surprise its caller. */
  default boolean lists() {
    return as(
        new Cases<Boolean>() {
          @Override
          public Boolean tags(TagOperation operation) {
            return operation.kind() == TagOperation.Kind.LIST;
          }

          @Override
          public Boolean identity(IdentityOperation operation) {
            return false;
          }

          @Override
          public Boolean resource(ResourceOperation operation) {
            return operation.kind() == ResourceOperation.Kind.LIST;
          }

          @Override
          public Boolean view(ViewOperation operation) {
            return operation.reads();
          }
        });
  }

  /** Whether a request of the ROA style with this method and path asks for it. */
  default boolean isAskedBy(String method, String path) {
    return false;
  }

  /** The request with all of its parameters, wherever the operation has them. */
  default RpcRequest read(RpcRequest request) {
    return request;
  }

  /** The region that a request names, perhaps empty, or null. */
  default @Nullable String region(RpcRequest request) {
    return request.parameter("RegionId");
  }

  /** The error when a request names no region, or null if it need not. */
  default @Nullable ApiError missingRegion(RegionRule rule) {
    return rule.missing(TagOperation.Kind.LIST);
  }

  /** Every error that it can answer. */
  Set<ApiError> errors();

  /** The error for a page token that is not valid, or null if it knows no tokens. */
  @Nullable ApiError badToken();

  /** The answer that a successful change has, without making the change; for faults. */
  Answer withoutEffect(Call call);

  /** The root element of its XML answers. */
  default String responseName() {
    return name() + "Response";
  }

  /** Calls the method of {@code cases} for the family of this operation, and returns its result. */
  <R> R as(Cases<R> cases);

  /**
   * A visitor with one method for each family: a new family does not compile until every visitor
   * handles it.
   */
  interface Cases<R> {
    /** An operation on tags. */
    R tags(TagOperation operation);

    /** An operation of the identity family. */
    R identity(IdentityOperation operation);

    /** An operation on resources. */
    R resource(ResourceOperation operation);

    /** An operation of the view over all products. */
    R view(ViewOperation operation);
  }
}
