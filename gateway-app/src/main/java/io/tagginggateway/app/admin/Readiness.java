package io.tagginggateway.app.admin;

import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.Action;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether a request would be answered, by asking. Any thread may ask. */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final String PROBE = "readiness-probe";

  private final List<TaggingService> services;
  private final StateHolder state;
  private volatile boolean serving;
  private volatile @Nullable String reloadProblem;

  /** Readiness of these products on this state. */
  public Readiness(List<TaggingService> services, StateHolder state) {
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

  /** Why the last reload failed, or null. */
  @Nullable String reloadProblem() {
    return reloadProblem;
  }

  /** The codes of the products. */
  List<String> products() {
    return services.stream().map(service -> service.module().product().code()).toList();
  }

  /** Whether a ListTagResources of a product is answered. */
  boolean answers(String product) {
    return serving
        && services.stream()
            .filter(service -> service.module().product().code().equals(product))
            .anyMatch(this::lists);
  }

  private boolean lists(TaggingService service) {
    try {
      return service
              .answer(probe(service.module()), state.current().store())
              .toCompletableFuture()
              .join()
              .rows()
          == 0;
    } catch (RuntimeException e) {
      LOG.error("{} does not answer", service.module().product().code(), e);
      return false;
    }
  }

  /** A list in an account that nobody has. */
  private static Call probe(ProductModule module) {
    String type = module.rules().resourceTypes().get(0);
    Parameters parameters = Parameters.parse("ResourceType=" + type + "&ResourceId.1=" + PROBE);
    RpcRequest request =
        new RpcRequest(PROBE, "GET", "/", "", name -> null, parameters, parameters, new byte[0]);
    return new Call(request, Action.LIST_TAG_RESOURCES, PROBE, PROBE);
  }
}
