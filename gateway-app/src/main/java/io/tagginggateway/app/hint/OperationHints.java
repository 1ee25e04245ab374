package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.RpcRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Why a product has no operation for a request. */
final class OperationHints {
  private final RoutingHints routing;
  private final OperationIndex.Lazy operations;
  private final Memo memo = new Memo();

  OperationHints(RoutingHints routing, OperationIndex.Lazy operations) {
    this.routing = routing;
    this.operations = operations;
  }

  /** One sentence. */
  CompletionStage<String> noOperation(Exchange exchange, Product product) {
    RpcRequest request = exchange.request();
    return product.head().style() == Style.ROA
        ? CompletableFuture.completedFuture(roa(request, product))
        : rpc(exchange, product);
  }

  private CompletionStage<String> rpc(Exchange exchange, Product product) {
    RpcRequest request = exchange.request();
    String sent = request.action();
    String action = sent == null ? "" : sent;
    String sure = null;
    if (!request.path().equals("/")) {
      sure = "The path of a request is /, not " + Words.quoted(request.path()) + ".";
    } else if (action.isEmpty()) {
      sure = noAction(request, product);
    }
    if (sure == null) {
      String nearest = memo.get(product.code() + " " + action, any -> nearest(action, product));
      sure =
          nearest.isEmpty()
              ? null
              : product.code()
                  + " has no operation "
                  + Words.quoted(action)
                  + ": did you mean "
                  + nearest
                  + "?";
    }
    return sure != null
        ? CompletableFuture.completedFuture(sure)
        : operations.get().thenApply(index -> elsewhere(exchange, product, action, index));
  }

  private static String noAction(RpcRequest request, Product product) {
    String unread = RequestBodies.unread(request);
    if (unread != null) {
      return unread;
    }
    String meant = Misnamed.single(request.parameters(), "Action", List.of());
    return meant != null
        ? meant
        : "The request names no Action, and "
            + product.code()
            + " has "
            + Words.listed(names(product))
            + ".";
  }

  private static String nearest(String action, Product product) {
    String nearest = Nearest.to(action, names(product));
    return nearest == null ? "" : nearest;
  }

  private String elsewhere(
      Exchange exchange, Product product, String action, OperationIndex index) {
    List<ProductHead> others = index.withOperation(action);
    String none = product.code() + " has no operation " + Words.quoted(action);
    return others.isEmpty()
        ? none + "; it has " + Words.listed(names(product)) + "."
        : none
            + ", and "
            + Words.listed(ProductHosts.codes(others))
            + " has: call "
            + routing.callOf(others.get(0), exchange.hostRegion())
            + ".";
  }

  private static List<String> names(Product product) {
    return product.operations().stream().map(Operation::name).toList();
  }

  private static String roa(RpcRequest request, Product product) {
    List<TagOperation> all = new ArrayList<>();
    for (Operation operation : product.operations()) {
      if (operation instanceof TagOperation tag && tag.request() != null) {
        all.add(tag);
      }
    }
    List<String> methods = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (TagOperation each : all) {
      RoaRequest asked = asked(each);
      paths.add(asked.path());
      if (asked.path().equals(request.path())) {
        methods.add(asked.method() + " (" + each.name() + ")");
      }
    }
    String sent = request.method() + " " + Words.quoted(request.path());
    if (!methods.isEmpty()) {
      return product.code()
          + " does not take "
          + sent
          + ": that path takes "
          + String.join(", ", methods)
          + ".";
    }
    String nearest = Nearest.to(request.path(), paths);
    String one = example(all, nearest);
    return product.code()
        + " is called by method and path, and has nothing at "
        + sent
        + (nearest == null ? ": it has " : ": did you mean ")
        + (nearest == null ? Words.listed(ways(all)) + "." : one + "?");
  }

  private static String example(List<TagOperation> all, @Nullable String path) {
    for (TagOperation each : all) {
      if (asked(each).path().equals(path)) {
        return way(each);
      }
    }
    return "";
  }

  private static List<String> ways(List<TagOperation> all) {
    return all.stream().map(OperationHints::way).toList();
  }

  private static String way(TagOperation operation) {
    RoaRequest asked = asked(operation);
    return asked.method() + " " + asked.path() + " (" + operation.name() + ")";
  }

  private static RoaRequest asked(TagOperation operation) {
    RoaRequest request = operation.request();
    if (request == null) {
      throw new IllegalStateException(operation.name() + " is of the RPC style");
    }
    return request;
  }
}
