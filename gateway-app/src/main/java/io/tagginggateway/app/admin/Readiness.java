package io.tagginggateway.app.admin;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.StoreUnavailableException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether a request would be answered, by asking. Any thread may ask. */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final String PROBE = "readiness-probe";

  private final List<TaggingService> services;
  private final Stores state;
  private volatile boolean serving;
  private volatile @Nullable String reloadProblem;

  /** Readiness of these products on this state. */
  public Readiness(List<TaggingService> services, Stores state) {
    this.services = List.copyOf(services);
    this.state = state;
  }

  /** Tells whether the listeners take requests: from the end of the start to the stop. */
  public void serving(boolean now) {
    serving = now;
  }

  /**
   * Tells why the last reload failed, or null if it did not. The gateway goes on with what it had,
   * and is as ready as before.
   */
  public void reloadProblem(@Nullable String problem) {
    reloadProblem = problem;
  }

  /** Whether the last reload failed. */
  public boolean hasProblem() {
    return reloadProblem != null;
  }

  /** How the store is. */
  CompletionStage<Stores.Health> store() {
    return state.health();
  }

  /** Why the last reload failed, or null. */
  @Nullable String reloadProblem() {
    return reloadProblem;
  }

  /** The codes of the products. */
  List<String> products() {
    return services.stream().map(service -> service.entry().head().code()).toList();
  }

  /** Whether a product that was asked before answers a list; one that nobody asked yet does. */
  CompletionStage<Boolean> answers(String product) {
    CompletionStage<Boolean> all = CompletableFuture.completedFuture(serving);
    for (TaggingService service : services) {
      if (service.entry().head().code().equals(product) && service.entry().isRead()) {
        all = all.thenCombine(lists(service), Boolean::logicalAnd);
      }
    }
    return all;
  }

  private CompletionStage<Boolean> lists(TaggingService service) {
    if (service.product().tagFamilies().isEmpty()) {
      return CompletableFuture.completedFuture(true);
    }
    try {
      return service
          .answer(probe(service.product()), state.current())
          .handle(
              (answer, failure) ->
                  failure == null ? answer.rows() == 0 : refuses(service, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(refuses(service, e));
    }
  }

  /** A refusal is an answer too: the product wants more than the probe knows. */
  private static boolean refuses(TaggingService service, Throwable failure) {
    Throwable cause = Failures.cause(failure);
    String product = service.entry().head().code();
    if (cause instanceof StoreUnavailableException) {
      LOG.warn("{} does not answer: {}", product, cause.getMessage());
    } else if (!(cause instanceof ApiException)) {
      LOG.error("{} does not answer", product, cause);
    }
    return cause instanceof ApiException;
  }

  /** A list in an account that nobody has. */
  private static Call probe(Product product) {
    TagOperation list = Objects.requireNonNull(product.tagOperation(TagOperation.Kind.LIST));
    String type = list.family().types().names().stream().findFirst().orElse(PROBE);
    ParameterNames names = list.family().parameters();
    Parameters parameters =
        Parameters.parse(names.type() + "=" + type + "&" + names.ids() + ".1=" + PROBE);
    RpcRequest request =
        new RpcRequest(PROBE, "GET", "/", "", name -> null, parameters, parameters, new byte[0]);
    return new Call(request, list, PROBE, PROBE);
  }
}
