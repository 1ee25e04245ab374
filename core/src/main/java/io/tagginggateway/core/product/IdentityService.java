package io.tagginggateway.core.product;

import io.tagginggateway.core.auth.AccessKeyIds;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers the operations of the identity family. Thread-safe. */
final class IdentityService {
  private final ProductHead product;
  private final Surroundings surroundings;

  /** A service for the identity operations of one product, which may tell the hosts of others. */
  IdentityService(ProductHead product, Surroundings surroundings) {
    this.product = product;
    this.surroundings = surroundings;
  }

  /** Does what a call asks. */
  CompletionStage<? extends Answer> answer(Call call, IdentityOperation operation, State state) {
    return switch (operation.kind()) {
      case CALLER_IDENTITY -> callerIdentity(call, state);
      case ASSUME_ROLE ->
          new AssumedRole(call, operation).issue(state, surroundings.clock().instant());
      case ENDPOINTS -> done(endpoints(call, operation));
      case REGIONS -> done(regions(call, operation));
      case AVAILABLE_INSTANCES -> done(availableInstances(call));
    };
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private static CompletionStage<Answer> callerIdentity(Call call, State state) {
    String keyId = AccessKeyIds.of(call.request());
    CompletionStage<Identity> identity =
        keyId == null
            ? CompletableFuture.completedFuture(Identity.root(call.account()))
            : state.find(keyId).thenApply(key -> Identity.of(key, call.account()));
    return identity.thenApply(who -> new WrittenAnswer(call, 0, who.fields(call.requestId())));
  }

  /**
   * The hosts of the products with this service code, which are one and the same in all regions.
   */
  private Answer endpoints(Call call, IdentityOperation operation) {
    String region = required(call, operation, "Id");
    String service = required(call, operation, "ServiceCode");
    String sent = call.request().parameter("Type");
    String type = sent == null || sent.isEmpty() ? "openAPI" : sent;
    List<String> hosts = type.equals("openAPI") ? hosts(service, region) : List.of();
    return new WrittenAnswer(
        call,
        hosts.size(),
        document -> {
          document.field("RequestId", call.requestId());
          document.field("Success", true);
          document.startObject("Endpoints");
          document.startList("Endpoint");
          for (String host : hosts) {
            document.startItem();
            document.field("Endpoint", host);
            document.field("Id", region);
            document.field("Namespace", "");
            document.field("ServiceCode", service);
            document.field("SerivceCode", service);
            document.field("Type", type);
            document.startObject("Protocols");
            document.startList("Protocols");
            document.item("HTTP");
            document.item("HTTPS");
            document.endList();
            document.endObject();
            document.endObject();
          }
          document.endList();
          document.endObject();
        });
  }

  private static String required(Call call, IdentityOperation operation, String parameter) {
    String value = call.request().parameter(parameter);
    if (value == null || value.isEmpty()) {
      ApiError error = operation.error("missing-parameter");
      throw new ApiException(
          new ApiError(
              error.code().replace("{parameter}", parameter),
              error.status(),
              error.message().replace("{parameter}", parameter)));
    }
    return value;
  }

  private List<String> hosts(String service, String region) {
    List<String> hosts = new ArrayList<>();
    for (ProductEntry entry : surroundings.products().entries()) {
      ProductHead head = entry.head();
      if (isCalled(head, service)) {
        String host = host(head, region);
        if (host != null && !hosts.contains(host)) {
          hosts.add(host);
        }
      }
    }
    return hosts;
  }

  /** A product without a code in the Location service answers to its own. Chosen. */
  private static boolean isCalled(ProductHead head, String service) {
    String location = head.location() == null ? head.code() : head.location();
    return location.equalsIgnoreCase(service);
  }

  private static @Nullable String host(ProductHead head, String region) {
    Optional<String> regional =
        head.hosts().stream().filter(host -> host.contains(ProductHead.REGION)).findFirst();
    return regional
        .map(host -> host.replace(ProductHead.REGION, region.toLowerCase(Locale.ROOT)))
        .or(() -> head.hosts().stream().findFirst())
        .orElse(null);
  }

  /** Each with the host that the product itself has there. */
  private Answer regions(Call call, IdentityOperation operation) {
    return new WrittenAnswer(
        call,
        operation.regions().size(),
        document -> {
          document.field("RequestId", call.requestId());
          document.startObject("Regions");
          document.startList("Region");
          for (IdentityOperation.Region region : operation.regions()) {
            document.startItem();
            document.field("RegionId", region.id());
            document.field("LocalName", region.name());
            document.field("RegionEndpoint", String.valueOf(host(product, region.id())));
            document.field("Status", "available");
            document.endObject();
          }
          document.endList();
          document.endObject();
        });
  }

  private static Answer availableInstances(Call call) {
    int size = number(call, "PageSize", 20);
    int page = number(call, "PageNum", 1);
    return new WrittenAnswer(
        call,
        0,
        document -> {
          document.field("RequestId", call.requestId());
          document.field("Code", "Success");
          document.field("Message", "Successful!");
          document.field("Success", true);
          document.startObject("Data");
          document.field("PageSize", size);
          document.field("PageNum", page);
          document.field("TotalCount", 0);
          document.startList("InstanceList");
          document.endList();
          document.endObject();
        });
  }

  private static int number(Call call, String parameter, int otherwise) {
    String sent = call.request().parameter(parameter);
    int number = sent == null ? 0 : Texts.wholeNumber(sent);
    return number > 0 ? number : otherwise;
  }
}
