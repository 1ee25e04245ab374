package io.tagginggateway.app.hint;

import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.app.host.OwnNames;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Why no product was found for a request: its host, or the version that decides in its place. */
final class RoutingHints {
  /** Parameters of other names that may have been meant are not looked for among these. */
  private static final List<String> NONE = List.of();

  private final ProductHosts hosts;
  private final OperationIndex.Lazy operations;
  private final OwnNames ownNames;

  RoutingHints(ProductHosts hosts, OperationIndex.Lazy operations, OwnNames ownNames) {
    this.hosts = hosts;
    this.operations = operations;
    this.ownNames = ownNames;
  }

  /** One sentence. */
  CompletionStage<String> noProduct(Exchange exchange) {
    RpcRequest request = exchange.request();
    String host = request.host();
    boolean own = HostNames.isWord(host) || HostNames.isAddress(host) || ownNames.contains(host);
    if (!own) {
      return CompletableFuture.completedFuture(strange(host, request.version()));
    }
    String version = request.version();
    if (version != null && !version.isEmpty()) {
      return CompletableFuture.completedFuture(badVersion(host, version));
    }
    String unread = RequestBodies.unread(request);
    if (unread != null) {
      return CompletableFuture.completedFuture(unread);
    }
    String meant = Misnamed.single(request.parameters(), "Version", NONE);
    return meant != null
        ? CompletableFuture.completedFuture(meant)
        : operations.get().thenApply(index -> noVersion(host, meant(request, index)));
  }

  private String strange(String host, @Nullable String version) {
    String nearest = hosts.nearest(host);
    if (!nearest.isEmpty()) {
      return "No product answers " + Words.quoted(host) + ": did you mean " + nearest + "?";
    }
    if (HostNames.isCloud(host)) {
      return Words.quoted(host)
          + " is a host of none of the "
          + hosts.count()
          + " products that are played here, which GET /_gateway/products lists; forward.url leads"
          + " to another mock.";
    }
    List<ProductHead> heads = version == null ? List.of() : hosts.ofVersion(version);
    String then =
        heads.size() == 1 ? "its Version then leads to " + heads.get(0).code() : "send a Version";
    return Words.quoted(host)
        + " is neither a product's host nor a name of this gateway: put it into http.names, and "
        + then
        + ".";
  }

  private String badVersion(String host, String version) {
    List<ProductHead> heads = hosts.ofVersion(version);
    if (heads.size() > 1) {
      return "The version "
          + Words.quoted(version)
          + " is that of several products, "
          + Words.listed(ProductHosts.codes(heads))
          + ": call the host of the one that is meant, such as "
          + hosts.host(heads.get(0), "cn-hangzhou")
          + ".";
    }
    String nearest = hosts.nearestVersion(version);
    return "No product has the version "
        + Words.quoted(version)
        + ", and the host "
        + named(host)
        + " leaves the product to it"
        + (nearest.isEmpty()
            ? ": GET /_gateway/products lists them."
            : ": did you mean " + nearest + "?");
  }

  private static String named(String host) {
    return host.isEmpty() ? "that was called" : Words.quoted(host);
  }

  private String noVersion(String host, List<ProductHead> meant) {
    String called =
        host.isEmpty()
            ? "The request names neither a host nor a Version"
            : Words.quoted(host)
                + " is no product's host, and the request names no Version that would tell the"
                + " product";
    if (meant.isEmpty() || meant.size() > 3) {
      ProductHead any = meant.isEmpty() ? hosts.any() : meant.get(0);
      return called + ": send one, such as " + version(any) + ", or call the product's host.";
    }
    List<String> ways = meant.stream().map(RoutingHints::version).toList();
    return called
        + ": send "
        + String.join(", ", ways)
        + ", or call its host, such as "
        + hosts.host(meant.get(0), "cn-hangzhou")
        + ".";
  }

  private static String version(ProductHead head) {
    return "Version=" + head.version() + " for " + head.code();
  }

  /** The products that have what the request asks. */
  private static List<ProductHead> meant(RpcRequest request, OperationIndex index) {
    Parameters parameters = request.parameters();
    String type = parameters.get("ResourceType");
    List<ProductHead> byType = type == null ? List.of() : index.withType(type);
    String action = request.action();
    List<ProductHead> byAction = action == null ? List.of() : index.withOperation(action);
    if (byType.isEmpty()) {
      return byAction;
    }
    List<ProductHead> both = new ArrayList<>(byType);
    both.retainAll(byAction);
    return both.isEmpty() ? byType : both;
  }

  /** Why the version is none of the product that the host leads to. */
  String wrongVersion(Exchange exchange, ProductHead called) {
    String version = String.valueOf(exchange.request().version());
    List<ProductHead> heads = hosts.ofVersion(version);
    String own =
        called.code()
            + ", whose host was called, has the version "
            + called.version()
            + ", not "
            + Words.quoted(version);
    if (heads.isEmpty()) {
      return own + ".";
    }
    String region = exchange.hostRegion();
    return own
        + ", which is that of "
        + Words.listed(ProductHosts.codes(heads))
        + ": call "
        + hosts.host(heads.get(0), region == null ? "cn-hangzhou" : region)
        + ".";
  }

  /** What is needed to send a request to a product, in as few words as possible. */
  String callOf(ProductHead head, @Nullable String region) {
    return hosts.host(head, region == null ? "cn-hangzhou" : region);
  }
}
