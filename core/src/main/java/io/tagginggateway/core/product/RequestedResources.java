package io.tagginggateway.core.product;

import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which resources a request names, as far as its parameters tell without a look at the rules of its
 * product: a request that breaks them names resources too. Immutable.
 *
 * @param ids the resource ids, in their order
 * @param types the resource types, as the product spells those that it knows
 */
public record RequestedResources(List<String> ids, List<String> types) {
  /** What a request of an operation that nobody plays names. */
  private static final String USUAL_IDS = "ResourceId";

  private static final String USUAL_TYPE = "ResourceType";

  /**
   * The resources that parameters name.
   *
   * @param operation what is asked, or null if there is no such operation
   */
  public static RequestedResources of(@Nullable Operation operation, Parameters parameters) {
    if (operation == null) {
      String type = parameters.get(USUAL_TYPE);
      List<String> types = type == null ? List.of() : List.of(type);
      return new RequestedResources(NumberedList.values(parameters, USUAL_IDS), types);
    }
    return operation.as(new Families(parameters));
  }

  /** How the operations of each family name resources. */
  private record Families(Parameters parameters) implements Operation.Cases<RequestedResources> {
    @Override
    public RequestedResources tags(TagOperation operation) {
      List<String> ids = new ResourceIds(operation, parameters).distinct();
      String type = type(operation);
      return new RequestedResources(
          ids == null ? List.of() : ids, type == null ? List.of() : List.of(type));
    }

    private @Nullable String type(TagOperation operation) {
      String name = operation.parameters().type();
      String sent = name == null ? null : parameters.get(name);
      if (sent == null || sent.isEmpty()) {
        return operation.family().types().assumed();
      }
      String type = operation.family().types().canonical(sent);
      return type == null ? sent : type;
    }

    @Override
    public RequestedResources identity(IdentityOperation operation) {
      return new RequestedResources(List.of(), List.of());
    }

    @Override
    public RequestedResources resource(ResourceOperation operation) {
      List<String> ids = new ArrayList<>();
      String id = parameters.get(operation.family().id().parameter());
      if (id != null) {
        ids.add(id);
      }
      ResourceOperation.Listing listing = operation.listing();
      if (listing != null && !listing.oneId()) {
        ids.addAll(NumberedList.values(parameters, listing.ids()));
      }
      return new RequestedResources(ids, List.of(operation.family().type()));
    }

    @Override
    public RequestedResources view(ViewOperation operation) {
      List<String> ids = new ArrayList<>();
      List<String> types = new ArrayList<>();
      for (String text : NumberedList.values(parameters, operation.view().parameters().arns())) {
        Arn arn = Arn.parse(text);
        if (arn != null) {
          ids.add(arn.id());
          types.add(arn.type());
        }
      }
      return new RequestedResources(ids, types);
    }
  }
}
