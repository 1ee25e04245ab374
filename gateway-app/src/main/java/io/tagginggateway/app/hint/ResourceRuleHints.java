package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.product.ResourceOperation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why an operation that creates, lists or deletes resources was refused. */
final class ResourceRuleHints {
  private ResourceRuleHints() {}

  /** One sentence, or null for a rule that the tag family shares. */
  static @Nullable String broken(Exchange exchange, ResourceOperation operation, String rule) {
    String type = operation.family().type();
    List<String> ids = RequestedResources.of(operation, exchange.parameters()).ids();
    String id = ids.isEmpty() ? "that id" : Words.quoted(ids.get(0));
    return switch (rule) {
      case "missing-parameter" -> missing(exchange, operation);
      case "not-found" ->
          "No "
              + type
              + " "
              + id
              + " was created in "
              + exchange.region()
              + " by this account: a resource that only has tags was not created.";
      case "in-use" -> "Something still hangs on the " + type + " " + id + ": delete that first.";
      case "goes-with-another" ->
          "The " + type + " " + id + " came with another resource, and goes with that one.";
      case "client-token-reused" ->
          "The ClientToken came before with other parameters: send a new one.";
      case "bad-page" -> "The page's number, size or token is out of range, or of another list.";
      case "too-many" -> "There are as many resources as the gateway keeps: delete some.";
      default -> null;
    };
  }

  private static String missing(Exchange exchange, ResourceOperation operation) {
    for (String name : operation.required()) {
      String value = exchange.parameters().get(name);
      if (value == null || value.isEmpty()) {
        String meant = Misnamed.single(exchange.parameters(), name, operation.required());
        String unread = RequestBodies.unread(exchange.request());
        return Objects.requireNonNullElse(
            meant != null ? meant : unread,
            operation.name() + " needs " + name + ", which was not sent.");
      }
    }
    return operation.name() + " needs a parameter that was not sent.";
  }
}
