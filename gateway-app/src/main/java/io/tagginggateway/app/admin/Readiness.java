package io.tagginggateway.app.admin;

import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.util.List;
import java.util.Objects;
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

  /** What is wrong with how much callers have stored, or null. */
  @Nullable String storedProblem() {
    return state.storedProblem();
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
  boolean answers(String product) {
    return serving
        && services.stream()
            .filter(service -> service.entry().head().code().equals(product))
            .allMatch(service -> !service.entry().isRead() || lists(service));
  }

  private boolean lists(TaggingService service) {
    if (service.product().tagFamilies().isEmpty()) {
      return true;
    }
    try {
      return service
              .answer(probe(service.product()), state.current())
              .toCompletableFuture()
              .join()
              .rows()
          == 0;
    } catch (ApiException refused) {
      return true; // an answer too: the product wants more than the probe knows
    } catch (RuntimeException e) {
      LOG.error("{} does not answer", service.entry().head().code(), e);
      return false;
    }
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
